package io.slugline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarcFileTest {
  private static final String HTTP = "application/http; msgtype=response";

  @TempDir Path folder;
  private final ByteArrayOutputStream warc = new ByteArrayOutputStream();

  @Test
  void aPageComesWithItsAddressAndItsHttpHeaders() {
    record("warcinfo", "application/warc-fields", Collected.utf8("software: x\r\n"));
    record(
        "request", "application/http; msgtype=request", Collected.utf8("GET / HTTP/1.1\r\n\r\n"));
    response("200 OK", "Content-Type: text/html; charset=ISO-8859-1\r\nX-A: b", "<p>K\u00f6ln</p>");

    Collected found = Collected.from(folder, "a.warc", warc.toByteArray());

    FoundArticle page = found.found().get(0);
    assertThat(found.found()).hasSize(1);
    assertThat(page.bytes()).isEqualTo("<p>K\u00f6ln</p>".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(page.mediaType()).isEqualTo("text/html");
    assertThat(page.charset()).isEqualTo("ISO-8859-1");
    assertThat(page.headers())
        .containsEntry("warc-target-uri", "http://example.org/a")
        .containsEntry("warc-date", "2024-01-01T00:00:00Z")
        .containsEntry("http-content-type", "text/html; charset=ISO-8859-1")
        .containsEntry("http-x-a", "b");
  }

  @Test
  void whatIsNoPageIsPassedOver() {
    response("404 Not Found", "Content-Type: text/html", "<p>gone</p>");
    response("200 OK", "Content-Type: image/png", "png");
    response("200 OK", "Content-Type: text/plain", "plain");

    Collected found = Collected.from(folder, "a.warc", warc.toByteArray());

    assertThat(found.texts()).containsExactly("plain");
    assertThat(found.rejections()).isEmpty();
  }

  @Test
  void chunksAndCompressionOfTheTransferAreUndone() {
    response(
        "200 OK",
        "Content-Type: text/html\r\nTransfer-Encoding: chunked",
        "3\r\n<p>\r\n2\r\nhi\r\n0\r\n\r\n");
    byte[] packed = Collected.gzip(Collected.utf8("<p>packed</p>"));
    response(
        "200 OK",
        "Content-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length,
        new String(packed, StandardCharsets.ISO_8859_1));
    response("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip", "<p>undone before</p>");
    response("200 OK", "Content-Type: text/html\r\nContent-Encoding: br", "????");

    Collected found = Collected.from(folder, "a.warc.gz", Collected.gzip(warc.toByteArray()));

    assertThat(found.texts()).containsExactly("<p>hi", "<p>packed</p>", "<p>undone before</p>");
    assertThat(found.rejections()).hasSize(1);
    assertThat(found.rejections().get(0))
        .isEqualTo("record 4 http://example.org/a: content encoding 'br' is not known here");
  }

  @Test
  void aFeedInAnArchiveIsCutIntoItsItems() {
    response(
        "200 OK",
        "Content-Type: application/rss+xml",
        "<rss><channel><item>1</item></channel></rss>");

    Collected found = Collected.from(folder, "a.warc", warc.toByteArray());

    assertThat(found.texts()).containsExactly("<item>1</item>");
    assertThat(found.found().get(0).headers())
        .containsEntry("warc-target-uri", "http://example.org/a");
  }

  @Test
  void textsThatACrawlerExtractedAreArticles() {
    record("conversion", "text/plain", Collected.utf8("extracted"));

    assertThat(Collected.from(folder, "a.warc", warc.toByteArray()).texts())
        .containsExactly("extracted");
  }

  @Test
  void aPageThatIsCutOffIsNotPublished() {
    response("200 OK", "Content-Type: text/html", "<p>whole</p>");
    response("200 OK", "Content-Type: text/html", "<p>cut off somewhere</p>");
    byte[] bytes = warc.toByteArray();

    Collected found = Collected.from(folder, "a.warc", Arrays.copyOf(bytes, bytes.length - 15));

    assertThat(found.texts()).containsExactly("<p>whole</p>");
    assertThat(found.broken()).isNotEmpty();
  }

  @Test
  void anOversizedPageIsRejectedAndTheNextIsRead() {
    response("200 OK", "Content-Type: text/html", "x".repeat(5000));
    response("200 OK", "Content-Type: text/html", "<p>small</p>");

    Collected found =
        Collected.from(
            folder, "a.warc", warc.toByteArray(), new Limits(1000, 1 << 20, 200, 10, 1 << 30));

    assertThat(found.texts()).containsExactly("<p>small</p>");
    assertThat(found.rejections())
        .containsExactly("record 1 http://example.org/a: article of more than 1000 bytes");
  }

  @Test
  void whatIsNoWarcIsRefused() {
    assertThat(Collected.from(folder, "a.warc", "hello").broken()).isNotEmpty();
    assertThat(Collected.from(folder, "b.warc", "").broken()).contains("is empty");
  }

  private void response(String status, String headers, String body) {
    String http = "HTTP/1.1 " + status + "\r\n" + headers + "\r\n\r\n" + body;
    record("response", HTTP, http.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void record(String type, String contentType, byte[] block) {
    String header =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>"
            + "\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Target-URI: http://example.org/a"
            + "\r\nContent-Type: "
            + contentType
            + "\r\nContent-Length: "
            + block.length
            + "\r\n\r\n";
    warc.writeBytes(Collected.utf8(header));
    warc.writeBytes(block);
    warc.writeBytes(Collected.utf8("\r\n\r\n"));
  }
}
