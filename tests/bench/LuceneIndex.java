import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;

/** Indexes lines of "url TAB date TAB body" with Lucene's French analysis, one writer: what scripts/bench jsonl compares with. */
public final class LuceneIndex {
  public static void main(String[] arguments) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(new FrenchAnalyzer());
    try (FSDirectory directory = FSDirectory.open(Paths.get(arguments[1]));
        IndexWriter writer = new IndexWriter(directory, config);
        BufferedReader lines = Files.newBufferedReader(Paths.get(arguments[0]), StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", 3);
        Document document = new Document();
        document.add(new StringField("url", cells[0], Field.Store.YES));
        document.add(new StoredField("published", cells[1]));
        document.add(new TextField("body", cells[2], Field.Store.YES));
        writer.updateDocument(new Term("url", cells[0]), document);
      }
    }
  }
}
