package io.slugline.deploy.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import io.slugline.alerting.watch.WatchList;
import io.slugline.alerting.watch.WatchListException;
import io.slugline.alerting.watch.query.QueryParser;
import io.slugline.alerting.watch.query.QuerySyntaxException;
import io.slugline.contract.RawArticle;
import io.slugline.deploy.config.ConfigException;
import io.slugline.deploy.config.ConfigFile;
import io.slugline.enrich.text.TextCleaner;
import io.slugline.enrich.text.UnreadableArticle;
import io.slugline.ingest.format.Articles;
import io.slugline.ingest.format.Containers;
import io.slugline.ingest.format.FoundArticle;
import io.slugline.ingest.format.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the bytes are, a parser answers with what it read or with the refusal it promises; it
 * does not hang, run out of stack, or throw anything else. Each run of the build takes the same
 * damage; {@code -Dslugline.fuzz.seed=N -Dslugline.fuzz.rounds=N} looks further.
 */
@Timeout(600)
class FuzzTest {
  private static final long SEED = Long.getLong("slugline.fuzz.seed", 1);
  private static final int ROUNDS = Integer.getInteger("slugline.fuzz.rounds", 100);
  private static final Path ARTICLES = Path.of("samples/articles");
  private static final Limits LIMITS = new Limits(1 << 20, 4 << 20, 200, 100, 4 << 20);
  private static final Articles NOWHERE =
      new Articles() {
        @Override
        public void found(FoundArticle article) {}

        @Override
        public void rejected(String reason) {}

        @Override
        public void passedOver() {}
      };

  @TempDir Path folder;

  /** A parser, and what it is allowed to throw. */
  private interface Parser {
    void read(byte[] bytes) throws Exception;
  }

  @Test
  void articleFiles() throws IOException {
    Containers containers = new Containers(LIMITS);
    for (String ending :
        List.of("txt", "html", "json", "jsonl", "xml", "warc", "txt.gz", "zip", "tgz", "tar")) {
      Path file = folder.resolve("a." + ending);
      fuzz(
          samples(ARTICLES),
          ROUNDS / 4,
          bytes -> {
            Files.write(file, bytes);
            try {
              containers.read(file, file.getFileName().toString(), Map.of(), NOWHERE);
            } catch (IOException refused) {
              // As promised.
            }
          });
    }
  }

  @Test
  void textsOfArticles() throws IOException {
    TextCleaner cleaner = TextCleaner.load();
    for (String type : List.of("text/plain", "text/html", "application/json", "application/xml")) {
      fuzz(
          samples(ARTICLES),
          ROUNDS / 2,
          bytes -> {
            try {
              cleaner.clean(raw(bytes, type), source -> null);
            } catch (UnreadableArticle refused) {
              // As promised.
            }
          });
    }
  }

  @Test
  void queries() throws IOException {
    List<byte[]> queries = new ArrayList<>();
    for (var watch : WatchList.read(Path.of("watches/pack.yaml"), "me", Instant.EPOCH)) {
      queries.add(watch.query().getBytes(UTF_8));
    }
    fuzz(
        queries,
        ROUNDS * 2,
        bytes -> {
          try {
            QueryParser.parse(new String(bytes, UTF_8));
          } catch (QuerySyntaxException refused) {
            // As promised.
          }
        });
  }

  @Test
  void watchLists() throws IOException {
    fuzz(
        List.of(Files.readAllBytes(Path.of("samples/watches.yaml"))),
        ROUNDS,
        bytes -> {
          String yaml = new String(bytes, UTF_8);
          WatchList.lint(yaml, id -> true);
          try {
            WatchList.read(yaml, "me", Instant.EPOCH);
          } catch (WatchListException refused) {
            // As promised.
          }
        });
  }

  @Test
  void configurations() throws IOException {
    Path file = folder.resolve("slugline.yaml");
    fuzz(
        List.of(Files.readAllBytes(Path.of("slugline.yaml"))),
        ROUNDS,
        bytes -> {
          Files.write(file, bytes);
          try {
            ConfigFile.read(file, Map.of());
          } catch (ConfigException | IOException refused) {
            // As promised.
          }
        });
  }

  private static void fuzz(List<byte[]> samples, int rounds, Parser parser) {
    Mutator mutator = new Mutator(SEED, samples);
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = mutator.next();
      try {
        parser.read(bytes);
      } catch (Exception | StackOverflowError | OutOfMemoryError e) {
        fail("round " + round + ", " + bytes.length + " bytes: " + shown(bytes), e);
      }
    }
  }

  private static String shown(byte[] bytes) {
    return bytes.length > 2000 ? "too long to show" : Base64.getEncoder().encodeToString(bytes);
  }

  private static RawArticle raw(byte[] bytes, String type) {
    return new RawArticle(
        "a#1", bytes, type, null, null, "inbox", "a", Instant.EPOCH, false, Map.of());
  }

  private static List<byte[]> samples(Path folder) throws IOException {
    List<byte[]> samples = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) samples.add(Files.readAllBytes(file));
    }
    return samples;
  }
}
