#include "indexer/feed/namespaces.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "common/base/ascii.h"
#include "indexer/feed/markup.h"

namespace kiosque::feed {
namespace {

struct Known {
  std::string_view key;
  Ns ns;
};

/// Parts of namespace URIs that tell the vocabulary, the longer before those they contain.
constexpr std::array kUris{
    Known{"w3.org/2005/atom", Ns::Atom},
    Known{"purl.org/atom/", Ns::Atom},
    Known{"purl.org/dc/elements", Ns::DublinCore},
    Known{"purl.org/metadata/dublin_core", Ns::DublinCore},
    Known{"purl.org/dc/terms", Ns::DublinTerms},
    Known{"purl.org/rss/1.0/modules/content", Ns::Content},
    Known{"purl.org/rss/1.0/modules/syndication", Ns::Syndication},
    Known{"purl.org/rss/1.0/modules/dc", Ns::DublinCore},
    Known{"purl.org/rss/1.0/modules/", Ns::Other},
    Known{"purl.org/rss/", Ns::Core},
    Known{"purl.org/net/rss1.1", Ns::Core},
    Known{"netscape.com/rdf/simple", Ns::Core},
    Known{"netscape.com/publish/formats/rss", Ns::Core},
    Known{"backend.userland.com", Ns::Core},
    Known{"blogs.law.harvard.edu/tech/rss", Ns::Core},
    Known{"sitemaps.org/schemas/sitemap", Ns::Core},
    Known{"google.com/schemas/sitemap-news", Ns::News},
    Known{"google.com/schemas/sitemap-image", Ns::Image},
    Known{"google.com/schemas/sitemap/", Ns::Core},
    Known{"google.com/schemas/play-podcasts", Ns::Itunes},
    Known{"search.yahoo.com/mrss", Ns::Media},
    Known{"rssboard.org/media-rss", Ns::Media},
    Known{"itunes.com/dtds/podcast", Ns::Itunes},
    Known{"w3.org/1999/xhtml", Ns::Xhtml},
    Known{"w3.org/1999/02/22-rdf-syntax-ns", Ns::Rdf},
    Known{"rssnamespace.org/feedburner", Ns::Feedburner},
    Known{"w3.org/2000/svg", Ns::Other},
    Known{"w3.org/1998/math/mathml", Ns::Other},
};

constexpr std::array kPrefixes{
    Known{"atom", Ns::Atom},         Known{"atom10", Ns::Atom},
    Known{"atom03", Ns::Atom},       Known{"a10", Ns::Atom},
    Known{"dc", Ns::DublinCore},     Known{"dcterms", Ns::DublinTerms},
    Known{"dct", Ns::DublinTerms},   Known{"content", Ns::Content},
    Known{"media", Ns::Media},       Known{"itunes", Ns::Itunes},
    Known{"googleplay", Ns::Itunes}, Known{"xhtml", Ns::Xhtml},
    Known{"sy", Ns::Syndication},    Known{"feedburner", Ns::Feedburner},
    Known{"rdf", Ns::Rdf},           Known{"news", Ns::News},
    Known{"image", Ns::Image},       Known{"rss", Ns::Core},
};

constexpr int kMaxAncestors = 64;

/// The URI declared for `prefix` ("" is the default one) at `element`; nullptr if none is.
const char* declared_uri(pugi::xml_node element, std::string_view prefix) {
  const std::string name = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
  for (int depth = 0; element && depth < kMaxAncestors; element = element.parent(), ++depth) {
    const pugi::xml_attribute declaration = element.attribute(name.c_str());
    if (declaration) return declaration.value();
  }
  return nullptr;
}

/// The vocabulary of a namespace URI, in any case; nothing for an unknown one.
std::optional<Ns> vocabulary_of(std::string_view uri) {
  const std::string low = lower(uri);
  const auto* const known = std::find_if(kUris.begin(), kUris.end(), [&](const Known& entry) {
    return low.find(entry.key) != std::string::npos;
  });
  return known == kUris.end() ? std::nullopt : std::optional(known->ns);
}

}  // namespace

Name name_of(pugi::xml_node element) {
  std::string full = lower(element.name());
  const std::size_t colon = full.find(':');
  if (colon == std::string::npos) {
    const char* const uri = declared_uri(element, "");
    if (uri == nullptr || *uri == '\0') return {Ns::Core, std::move(full)};
    // An unknown default namespace: the root decides what its elements are.
    return {vocabulary_of(uri).value_or(Ns::Core), std::move(full)};
  }
  const std::string prefix = full.substr(0, colon);
  std::string local = full.substr(colon + 1);
  const char* const uri = declared_uri(element, std::string_view(element.name()).substr(0, colon));
  if (uri != nullptr) {
    if (const auto known = vocabulary_of(uri)) return {*known, std::move(local)};
  }
  const auto* const usual = std::find_if(kPrefixes.begin(), kPrefixes.end(),
                                         [&](const Known& entry) { return entry.key == prefix; });
  return {usual == kPrefixes.end() ? Ns::Other : usual->ns, std::move(local)};
}

std::string attribute_of(pugi::xml_node element, std::string_view local) {
  std::string_view prefixed_value;
  for (const pugi::xml_attribute attribute : element.attributes()) {
    const std::string name = lower(attribute.name());
    if (name == local) return std::string(trimmed(attribute.value()));
    const std::size_t colon = name.find(':');
    if (colon != std::string::npos && std::string_view(name).substr(colon + 1) == local &&
        !name.starts_with("xmlns")) {
      prefixed_value = attribute.value();
    }
  }
  return std::string(trimmed(prefixed_value));
}

std::string attribute_in(pugi::xml_node element, std::string_view uri, std::string_view local) {
  for (const pugi::xml_attribute attribute : element.attributes()) {
    const std::string_view name = attribute.name();
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos || name.substr(colon + 1) != local) continue;
    const char* const declared = declared_uri(element, name.substr(0, colon));
    if (declared != nullptr && declared == uri) return std::string(trimmed(attribute.value()));
  }
  return {};
}

}  // namespace kiosque::feed
