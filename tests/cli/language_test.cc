// What goes wrong is told in the reader's language: each error of the searcher, met as a reader
// meets it, in French and in English.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "common/base/files.h"
#include "tests/support/run_program.h"
#include "tests/support/sample_lines.h"
#include "tests/support/temp_dir.h"

namespace kiosque::test {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using Words = std::vector<std::string>;

/// One way to go wrong. TMP stands for the folder of the test, ^ for a no-break space, ~ for a
/// narrow one.
struct Case {
  Words arguments;
  std::string french;
  std::string english;
};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += with.size()) {
    text.replace(at, what.size(), with);
  }
  return text;
}

class LanguageTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    dir_ = new TempDir;
    const std::string lines = dir_->write("a.jsonl", sample_lines(0, 3));
    ASSERT_EQ(run_indexer({"add", "--index", *dir_ / "index", lines}).status, 0);
    for (const char* copy : {"old", "broken", "misread"}) {
      fs::copy(*dir_ / "index", *dir_ / copy, fs::copy_options::recursive);
    }
    dir_->write("old/kiosque.json",
                R"({"format":"kiosque-index","schema":999,"analyzer":1,"shards":["shard-1-0"]})");
    dir_->write("damaged/kiosque.json", "{");
    dir_->write("broken/shard-1-0/iamglass", "garbage");
    dir_->write("misread/variants.txt", "Nantais, Canaris\n");
    fs::create_directory(*dir_ / "index/variants.txt");
    dir_->write("queries.tsv", "1 loup\n");
    dir_->write("file", "no folder");
    dir_->write(
        "state/kiosque/last-search.json",
        R"({"first_rank":1,"indexes":[],"urls":["ftp://x.example/","https://x.example/"]})");
  }
  static void TearDownTestSuite() {
    delete dir_;
    dir_ = nullptr;
  }

  static std::map<std::string, std::string> environment(const std::string& locale) {
    return {{"LC_ALL", locale},
            {"SEARCHER_INDEX", ""},
            {"BROWSER", "/no/browser"},
            {"XDG_STATE_HOME", *dir_ / "state"},
            {"XDG_DATA_HOME", *dir_ / "data"}};
  }

  static RunResult run(const Words& arguments, std::map<std::string, std::string> environment) {
    Words there;
    for (const std::string& word : arguments) there.push_back(in_folder(word));
    return run_searcher(there, {.environment = std::move(environment)});
  }

  static std::string in_folder(const std::string& text) {
    return replaced(text, "TMP", dir_->path());
  }

  static std::string typeset(const std::string& text) {
    return in_folder(replaced(replaced(text, "^", "\u00a0"), "~", "\u202f"));
  }

  static void tells(const std::vector<Case>& cases) {
    for (const Case& one : cases) {
      const RunResult french = run(one.arguments, environment("fr_FR.UTF-8"));
      const RunResult english = run(one.arguments, environment("en_GB.UTF-8"));
      EXPECT_EQ(french.err, "searcher: " + typeset(one.french));
      EXPECT_EQ(english.err, "searcher: " + in_folder(one.english));
      EXPECT_EQ(french.status, english.status);
      EXPECT_NE(french.status, 0);
    }
  }

  static TempDir* dir_;
};

TempDir* LanguageTest::dir_ = nullptr;

TEST_F(LanguageTest, OfWhatIsWrongWithAnIndex) {
  tells({
      {{"loup"},
       "aucun index où chercher\n"
       "          donnez-en un avec --index DOSSIER, ou par SEARCHER_INDEX\n",
       "no index to search\n          name one with --index DIR, or set SEARCHER_INDEX\n"},
      {{"-i", "TMP/none", "loup"},
       "«^TMP/none^» n’est pas un index\n"
       "          créez-en un avec `indexer add --index TMP/none FICHIER...`\n",
       "'TMP/none' is not an index\n"
       "          make one with `indexer add --index TMP/none FILE...`\n"},
      {{"-i", "TMP/damaged", "loup"},
       "«^TMP/damaged/kiosque.json^» est endommagé\n"
       "          refaites l’index, ou reprenez ce fichier d’une sauvegarde\n",
       "'TMP/damaged/kiosque.json' is damaged\n"
       "          build the index anew, or take the file from a backup\n"},
      {{"-i", "TMP/broken", "loup"},
       "l’index «^TMP/broken/shard-1-0^» est endommagé\n"
       "          lancez `indexer check`~; si des dégâts sont trouvés, refaites l’index\n",
       "cannot open 'TMP/broken/shard-1-0': Couldn't read enough (EOF)\n"
       "          run `indexer check`; if it finds damage, build the index anew\n"},
      {{"similar", "-i", "TMP/index", "https://x.example/"},
       "l’index ne contient pas l’article «^https://x.example/^»\n"
       "          donnez son adresse telle qu’une recherche l’affiche\n",
       "the index holds no article 'https://x.example/'\n"
       "          give its address as a search prints it\n"},
  });
}

TEST_F(LanguageTest, OfAnIndexOfAnotherVersion) {
  const Words arguments{"-i", "TMP/old", "loup"};

  EXPECT_THAT(run(arguments, environment("fr_FR")).err,
              AllOf(HasSubstr("schema 999"), HasSubstr("`indexer rebuild --index ")));
  EXPECT_THAT(run(arguments, environment("fr_FR.UTF-8")).err, HasSubstr("par une autre version"));
  EXPECT_THAT(run(arguments, environment("en_GB.UTF-8")).err, HasSubstr("has schema 999"));
}

TEST_F(LanguageTest, OfWhatIsWrongWithTheCommandLine) {
  tells({
      {{"--nope", "loup"},
       "option inconnue^: --nope\n          `searcher --help` liste les options~; pour exclure un "
       "mot, mettez la requête entre apostrophes, 'guerre -armes', ou -- devant^: -- -armes\n",
       "unknown option: --nope\n          `searcher --help` lists the options; to exclude a word, "
       "quote the query, 'guerre -armes', or write -- before it: -- -armes\n"},
      {{"open", "1", "2"},
       "argument inattendu^: 2\n          `searcher open --help` dit ce qu’il faut\n",
       "unexpected argument: 2\n          `searcher open --help` says what is needed\n"},
      {{"alert", "add", "loups"},
       "il manque un argument^: words\n          `searcher alert add --help` dit ce qu’il faut\n",
       "an argument is missing: words\n          `searcher alert add --help` says what is "
       "needed\n"},
      {{"alert"},
       "que faut-il faire~? Après `searcher alert` vient une commande\n"
       "          écrivez l’une de^: add, list, remove, run\n",
       "what is to be done? After `searcher alert` comes a command\n"
       "          write one of: add, list, remove, run\n"},
      {{"--index"},
       "il manque la valeur de --index\n          `searcher --help` dit ce qu’elle peut être\n",
       "--index lacks its value\n          `searcher --help` says what it may be\n"},
      {{"-n", "3", "-n", "4", "loup"},
       "--limit est donné plusieurs fois\n          gardez-en un\n",
       "--limit is given several times\n          keep one of them\n"},
      {{"-n", "trois", "loup"},
       "--limit ne peut pas être «^trois^»\n          donnez un nombre entier de 1 à 1000\n",
       "--limit cannot be 'trois'\n          give a whole number from 1 to 1000\n"},
      {{"--snippet", "3", "loup"},
       "--snippet ne peut pas être «^3^»\n          donnez un nombre entier de 40 à 2000\n",
       "--snippet cannot be '3'\n          give a whole number from 40 to 2000\n"},
      {{"--sort", "age", "loup"},
       "--sort ne peut pas être «^age^»\n          choisissez parmi^: date|date-asc|relevance\n",
       "--sort cannot be 'age'\n          choose one of: date|date-asc|relevance\n"},
      {{"--facets=oui-oui", "loup"},
       "la valeur de --facets ne convient pas\n"
       "          `searcher --help` dit ce qu’elle peut être\n",
       "the value of --facets will not do\n          `searcher --help` says what it may be\n"},
      {{"-i", "TMP/index", "--ranking", "k1=z", "loup"},
       "«^z^» n’est pas une valeur pour le poids k1\n          donnez un nombre de 0 à 1000^: "
       "entier pour depth et longest-query, supérieur à 0 pour first-decay, near-decay et "
       "recency-half-life\n",
       "'z' is no value of the ranking option k1\n          give a number from 0 to 1000: whole "
       "for "
       "depth and longest-query, above 0 for first-decay, near-decay and recency-half-life\n"},
      {{"--queries", "TMP/queries.tsv"},
       "--queries n’affiche que des listes TREC\n"
       "          écrivez^: searcher --queries FICHIER --format trec\n",
       "--queries prints TREC runs only\n"
       "          use it as: searcher --queries FILE --format trec\n"},
      {{"-i", "TMP/index", "--queries", "TMP/queries.tsv", "--format", "trec"},
       "«^TMP/queries.tsv^» a une ligne sans tabulation^: 1 loup\n"
       "          écrivez une requête par ligne^: identifiant, tabulation, requête\n",
       "'TMP/queries.tsv' has a line without a tab: 1 loup\n"
       "          write one query a line: ID, a tab, the query\n"},
      {{"-i", "TMP/index", "--queries", "TMP/none.tsv", "--format", "trec"},
       "impossible d’ouvrir «^TMP/none.tsv^»^: ce chemin n’existe pas\n"
       "          vérifiez le chemin\n",
       "cannot open 'TMP/none.tsv': No such file or directory\n          check the path\n"},
  });
}

TEST_F(LanguageTest, OfTheLastSearch) {
  tells({
      {{"open", "9"},
       "«^9^» n’est pas un résultat de la dernière recherche\n"
       "          elle a montré les résultats 1 à 2\n",
       "'9' is no hit of the last search\n          it showed the hits 1 to 2\n"},
      {{"open", "1"},
       "«^ftp://x.example/^» n’est pas une adresse du web\n"
       "          seules les adresses http et https sont ouvertes\n",
       "'ftp://x.example/' is no web address\n"
       "          only http and https addresses are opened\n"},
      {{"open", "2"},
       "le navigateur «^/no/browser^» n’a pas pu être lancé\n          mettez dans BROWSER un "
       "programme qui ouvre une adresse~; celle-ci est https://x.example/\n",
       "cannot run the browser '/no/browser'\n          set BROWSER to a program that opens an "
       "address; this one is https://x.example/\n"},
  });
}

TEST_F(LanguageTest, OfNoLastSearchAndNoHome) {
  const auto open = [](const std::string& locale, const std::string& state) {
    auto there = environment(locale);
    there["XDG_STATE_HOME"] = state;
    there["HOME"] = "";
    return run({"open", "1"}, there).err;
  };

  EXPECT_THAT(open("fr_FR.UTF-8", *dir_ / "new"), HasSubstr("pas de dernière recherche"));
  EXPECT_THAT(open("en_GB.UTF-8", *dir_ / "new"), HasSubstr("there is no last search"));
  EXPECT_THAT(open("fr_FR.UTF-8", ""), HasSubstr("pas de dossier personnel"));
  EXPECT_THAT(open("en_GB.UTF-8", ""), HasSubstr("this user has no home folder"));
  EXPECT_THAT(open("fr_FR.UTF-8", *dir_ / "file"), HasSubstr("impossible de créer"));
  EXPECT_THAT(open("en_GB.UTF-8", *dir_ / "file"), HasSubstr("cannot create"));
}

TEST_F(LanguageTest, OfAlerts) {
  const Words add{"alert", "add", "--index", "TMP/index", "loups", "loup"};
  ASSERT_EQ(run(add, environment("en_GB.UTF-8")).status, 0);

  tells({
      {add,
       "il y a déjà une alerte «^loups^»\n"
       "          retirez-la d’abord^: searcher alert remove loups\n",
       "there is an alert 'loups' already\n"
       "          remove it first: searcher alert remove loups\n"},
      {{"alert", "remove", "ours"},
       "il n’y a pas d’alerte «^ours^»\n          `searcher alert list` les montre toutes\n",
       "there is no alert 'ours'\n          `searcher alert list` shows all\n"},
      {{"alert", "run", "-o", "TMP/news.xml"},
       "un fichier contient une seule alerte\n          nommez l’alerte à lancer\n",
       "one file holds one alert\n          name the alert to run\n"},
      {{"alert", "run", "--format", "pdf"},
       "--format ne peut pas être «^pdf^»\n          choisissez parmi^: atom|json|text\n",
       "--format cannot be 'pdf'\n          choose one of: atom|json|text\n"},
      {{"alert", "run", "loups", "-o", "TMP/none/news.xml"},
       "impossible de créer «^TMP/none/news.xml^»^: ce chemin n’existe pas\n"
       "          vérifiez le chemin\n",
       "cannot create 'TMP/none/news.xml': No such file or directory\n          check the path\n"},
  });
}

TEST_F(LanguageTest, OfAlertsThatAreLockedOrDamaged) {
  dir_->write("data/kiosque/alerts.lock", "");
  {
    const auto lock = FileLock::take(*dir_ / "data/kiosque/alerts.lock");
    ASSERT_TRUE(lock);
    const Words list{"alert", "list"};
    const RunResult french = run(list, environment("fr_FR.UTF-8"));
    EXPECT_EQ(french.status, 75);
    EXPECT_THAT(french.err, HasSubstr("est verrouillé par un autre programme"));
    EXPECT_THAT(run(list, environment("en_GB.UTF-8")).err,
                HasSubstr("is locked by another process"));
  }
  dir_->write("data/kiosque/alerts.json", "{");

  tells({{{"alert", "list"},
          "«^TMP/data/kiosque/alerts.json^» est endommagé\n          réparez ce fichier, ou "
          "supprimez-le et ajoutez les alertes à nouveau\n",
          "'TMP/data/kiosque/alerts.json' is damaged\n"
          "          mend it, or remove it and add the alerts again\n"}});
  fs::remove(*dir_ / "data/kiosque/alerts.json");
}

TEST_F(LanguageTest, OfAnAnswerThatCannotBeWritten) {
  const auto full = [](const std::string& locale) {
    return run_program({"sh", "-c", "exec \"$@\" > /dev/full", "sh", program_path("searcher"), "-i",
                        *dir_ / "index", "*:*", "--format", "json"},
                       {.environment = environment(locale)})
        .err;
  };

  EXPECT_THAT(full("fr_FR.UTF-8"), HasSubstr("n’a pas pu être écrite jusqu’au bout"));
  EXPECT_THAT(full("en_GB.UTF-8"), HasSubstr("could not be written to its end"));
}

TEST_F(LanguageTest, OfPartsOfAnIndexThatAreNotRead) {
  const Words several{"-i", "TMP/index", "-i", "TMP/misread", "-i", "TMP/broken", "*:*"};

  EXPECT_THAT(replaced(run(several, environment("fr_FR.UTF-8")).out, "\n", " "),
              AllOf(HasSubstr(typeset("L’index «^TMP/broken^» n’a pas pu être consulté^:")),
                    HasSubstr(typeset("Les noms de «^TMP/index/variants.txt^» n’ont pas pu")),
                    HasSubstr(typeset("«^TMP/misread/variants.txt:1^» n’est pas une ligne"))));
  EXPECT_THAT(run(several, environment("en_GB.UTF-8")).out,
              AllOf(HasSubstr(in_folder("The index “TMP/broken” could not be searched")),
                    HasSubstr(in_folder("The names of “TMP/index/variants.txt” could not")),
                    HasSubstr(in_folder("“TMP/misread/variants.txt:1” is no line of names"))));
}

TEST_F(LanguageTest, VisitorsOfThePageAreToldNoFileNames) {
  const auto page = [](const std::string& query) {
    auto there = environment("en_GB.UTF-8");
    there["GATEWAY_INTERFACE"] = "CGI/1.1";
    there["REQUEST_METHOD"] = "GET";
    there["SEARCHER_INDEX"] = in_folder("TMP/index:TMP/misread:TMP/broken");
    there["QUERY_STRING"] = query;
    return run({}, there);
  };
  const RunResult html = page("q=mot31&lang=fr");
  const RunResult json = page("q=mot31&format=json");

  EXPECT_THAT(html.out, HasSubstr("Une partie des articles n’a pas pu être consultée"));
  EXPECT_THAT(html.out, Not(HasSubstr(dir_->path())));
  EXPECT_THAT(json.out, HasSubstr("shard_failed"));
  EXPECT_THAT(json.out, Not(HasSubstr(dir_->path())));
  EXPECT_THAT(html.err, AllOf(HasSubstr(in_folder("TMP/broken: cannot open")),
                              HasSubstr(in_folder("TMP/index/variants.txt: "))));
}

TEST_F(LanguageTest, IsFrenchWithoutALocaleAndInAsciiWhereTheTerminalIs) {
  const Words arguments{"alert", "remove", "ours"};
  auto none = environment("");
  none["LC_MESSAGES"] = none["LANG"] = "";
  auto ascii = environment("");
  ascii["LC_MESSAGES"] = "fr_FR.UTF-8";
  ascii["LC_CTYPE"] = "C";

  EXPECT_THAT(run(arguments, none).err, HasSubstr("il n'y a pas d'alerte << ours >>"));
  EXPECT_THAT(run(arguments, ascii).err, HasSubstr("il n'y a pas d'alerte << ours >>"));
}

}  // namespace
}  // namespace kiosque::test
