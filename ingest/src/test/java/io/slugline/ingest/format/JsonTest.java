package io.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {
  private final Path folder;

  JsonTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void eachLineIsAnArticleOfExactlyItsBytes() {
    Collected found =
        Collected.from(folder, "a.jsonl", "{\"text\": \"é\\n\"} \r\n\n  \n{\"text\":2}");

    assertThat(found.texts()).containsExactly("{\"text\": \"é\\n\"} ", "{\"text\":2}");
    assertThat(found.found().get(0).mediaType()).isEqualTo("application/json");
    assertThat(found.broken()).isEmpty();
  }

  @Test
  void aLineThatIsNoObjectIsRejectedByItsNumber() {
    Collected found = Collected.from(folder, "a.ndjson", "{}\noops\n[1]\n{\"a\":1}\n");

    assertThat(found.texts()).containsExactly("{}", "{\"a\":1}");
    assertThat(found.rejections())
        .containsExactly("line 2: not a JSON object", "line 3: not a JSON object");
  }

  @Test
  void aLineLargerThanTheLimitIsRejectedAndTheNextIsRead() {
    String lines = "{\"a\":\"" + "x".repeat(200_000) + "\"}\n{\"b\":1}\n";

    Collected found =
        Collected.from(
            folder,
            "a.jsonl",
            Collected.utf8(lines),
            new Limits(100_000, 1 << 20, 200, 10, 1L << 30));

    assertThat(found.texts()).containsExactly("{\"b\":1}");
    assertThat(found.rejections()).containsExactly("line 1: article of more than 100000 bytes");
  }

  @Test
  void aFileWithOneObjectIsOneArticleAsItLies() {
    String json = "{\n  \"headline\": \"[x]\"\n}\n";

    assertThat(Collected.from(folder, "a.json", json).texts()).containsExactly(json);
  }

  @Test
  void anArrayHoldsOneArticleAnElement() {
    String json = " [ {\"a\":\"]},{\\\"\"} ,\n{\"b\":[1,{\"c\":2}]}, 3 ]";

    Collected found = Collected.from(folder, "a.json", json);

    assertThat(found.texts()).containsExactly("{\"a\":\"]},{\\\"\"} ", "{\"b\":[1,{\"c\":2}]}");
    assertThat(found.rejections()).containsExactly("element 3: not a JSON object");
    assertThat(found.broken()).isEmpty();
  }

  @Test
  void anArrayThatIsCutOffGivesTheElementsBeforeTheCut() {
    Collected found = Collected.from(folder, "a.json", "[{\"a\":1},{\"b\":");

    assertThat(found.texts()).containsExactly("{\"a\":1}");
    assertThat(found.broken()).contains("ends inside element 2");
  }

  @Test
  void anEmptyArrayHoldsNothing() {
    Collected found = Collected.from(folder, "a.json", "[ ]");

    assertThat(found.found()).isEmpty();
    assertThat(found.rejections()).isEmpty();
    assertThat(found.broken()).isEmpty();
  }

  @Test
  void utf16BecomesUtf8BeforeItIsCut() {
    byte[] bytes = "{\"a\":\"東\"}\n{\"b\":\"\uD83D\uDE00\"}\n".getBytes(UTF_16LE);

    Collected found = Collected.from(folder, "a.jsonl", bytes);

    assertThat(found.texts()).containsExactly("{\"a\":\"東\"}", "{\"b\":\"😀\"}");
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThat(Collected.from(folder, "a.json", "hello").broken()).contains("is not JSON");
    assertThat(Collected.from(folder, "b.json", "").broken()).contains("is empty");
    assertThat(Collected.from(folder, "b.jsonl", "").broken()).contains("is empty");
  }
}
