#include "indexer/source/sniff.h"

#include <gtest/gtest.h>

#include <string>

namespace kiosque::source {
namespace {

using namespace std::string_literals;

TEST(Sniff, WhatAFileIsFollowsFromItsBytes) {
  EXPECT_EQ(sniff(" \r\n\t"), ContentKind::Empty);
  EXPECT_EQ(sniff("\n<!-- sauvé --><!DOCTYPE HTML><p>a"), ContentKind::Html);
  EXPECT_EQ(sniff("<?xml version='1.0'?><html xmlns='x'>"), ContentKind::Html);
  EXPECT_EQ(sniff("<div><p>Un fragment</p></div>"), ContentKind::Html);
  EXPECT_EQ(sniff("\xEF\xBB\xBF<?xml version='1.0'?>\n<rss version='2.0'>"), ContentKind::Feed);
  EXPECT_EQ(sniff("<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>"), ContentKind::Feed);
  EXPECT_EQ(sniff(R"({"version": "https://jsonfeed.org/version/1.1"})"), ContentKind::Feed);
  EXPECT_EQ(sniff(R"({"url": "https://exemple.fr/", "body": "a"})"), ContentKind::JsonLines);
  EXPECT_EQ(sniff("WARC/1.1\r\nWARC-Type: response"), ContentKind::Warc);
  EXPECT_EQ(sniff("Le ministre a annoncé lundi une réforme.\n\nElle fera débat."),
            ContentKind::PlainText);
}

TEST(Sniff, TextIndentedWithTabsIsStillText) {
  EXPECT_EQ(sniff("\tLe ministre a annoncé lundi une réforme.\n\n\tElle fera débat."),
            ContentKind::PlainText);
}

TEST(Sniff, PagesInUtf16AreRecognised) {
  EXPECT_EQ(sniff("\xFF\xFE<\0h\0t\0m\0l\0>\0"s), ContentKind::Html);
}

TEST(Sniff, PicturesProgramsAndTablesAreNoArticles) {
  EXPECT_EQ(sniff("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s), ContentKind::Other);
  EXPECT_EQ(sniff("%PDF-1.7 du texte"), ContentKind::Other);
  EXPECT_EQ(sniff(std::string(4096, '\0')), ContentKind::Other);
  EXPECT_EQ(sniff("body { margin: 0; } .menu > a { color: #fff; }"), ContentKind::Other);
  EXPECT_EQ(sniff("1\tloups en montagne\n2\tcanons à neige\n"), ContentKind::Other);
  EXPECT_EQ(sniff("function f(a) { return a ? f(a - 1) : 0; }"), ContentKind::Other);
}

}  // namespace
}  // namespace kiosque::source
