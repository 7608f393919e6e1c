package io.slugline.ingest.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * A web archive: pages that were answered with 200, texts and feeds in it are articles; pictures,
 * scripts, redirects and the crawler's own records are not.
 */
record WarcFile(Limits limits) implements Format {

  @Override
  public void read(Content content, Articles articles) throws IOException {
    try (WarcReader reader = new WarcReader(content.stream())) {
      int number = 0;
      for (Optional<WarcRecord> record = reader.next();
          record.isPresent();
          record = reader.next()) {
        number++;
        read(record.get(), number, content, articles);
      }
      if (number == 0) throw new BadFileException("is empty");
    }
  }

  private void read(WarcRecord record, int number, Content content, Articles articles)
      throws IOException {
    Articles placed = new Placed("record " + number + " " + target(record), articles);
    try {
      Optional<Content> payload = payload(record, content);
      Optional<Format> format = payload.flatMap(p -> format(record, p));
      if (format.isEmpty()) {
        articles.passedOver();
        return;
      }
      format.get().read(payload.get(), placed);
    } catch (Guard.BombException e) {
      throw e;
    } catch (IOException e) {
      placed.rejected(String.valueOf(e.getMessage()));
    }
  }

  private Optional<Content> payload(WarcRecord record, Content content) throws IOException {
    if (record instanceof WarcResponse response) return response(response, content);
    if (!(record instanceof WarcConversion) && !(record instanceof WarcResource)) {
      return Optional.empty();
    }
    MediaType type = record.contentType();
    return Optional.of(of(content, record.body().stream(), type, warcHeaders(record)));
  }

  private Optional<Content> response(WarcResponse response, Content content) throws IOException {
    if (!response.contentType().base().equals(MediaType.HTTP)) return Optional.empty();
    HttpResponse http = response.http();
    if (http.status() != 200) return Optional.empty();
    Map<String, String> headers = warcHeaders(response);
    put(headers, "http-", http.headers());
    headers.put("http-status", String.valueOf(http.status()));
    String encoding = http.headers().first("Content-Encoding").orElse("identity");
    InputStream body = decoded(http.body().stream(), encoding);
    return Optional.of(of(content, body, http.contentType(), headers));
  }

  private InputStream decoded(InputStream body, String encoding) throws IOException {
    String name = encoding.strip().toLowerCase(Locale.ROOT);
    BufferedInputStream buffered = new BufferedInputStream(body);
    buffered.mark(2);
    boolean isGzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
    buffered.reset();
    if (isGzip) return Gunzip.of(buffered, limits, new Guard.Unpacked());
    // Many crawlers keep the header of an encoding that they have already undone.
    if (name.contains("gzip") || name.equals("identity") || name.isEmpty()) return buffered;
    throw new BadFileException("content encoding '" + name + "' is not known here");
  }

  private static Content of(
      Content content, InputStream body, MediaType type, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(content.headers());
    all.putAll(headers);
    return new Content(content.path(), body, type.parameters().get("charset"), all);
  }

  private Optional<Format> format(WarcRecord record, Content payload) {
    String type = payload.headers().getOrDefault("http-content-type", record.contentType().raw());
    String base = MediaType.parseLeniently(type).base().toString().toLowerCase(Locale.ROOT);
    return switch (base) {
      case "text/html", "application/xhtml+xml" ->
          Optional.of(new Whole("text/html", limits.articleBytes()));
      case "text/plain" -> Optional.of(new Whole("text/plain", limits.articleBytes()));
      case "application/ld+json" -> Optional.of(new JsonFile(limits.articleBytes()));
      case "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/nitf+xml",
          "application/vnd.iptc.g2.newsitem+xml",
          "application/vnd.iptc.g2.newsmessage+xml" ->
          Optional.of(new XmlFile(limits));
      default -> Optional.empty();
    };
  }

  private static Map<String, String> warcHeaders(WarcRecord record) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (lower.startsWith("warc-")) headers.put(lower, String.join(", ", values));
            });
    return headers;
  }

  private static void put(Map<String, String> headers, String prefix, MessageHeaders more) {
    more.map()
        .forEach(
            (name, values) ->
                headers.put(prefix + name.toLowerCase(Locale.ROOT), String.join(", ", values)));
  }

  private static String target(WarcRecord record) {
    return record instanceof WarcTargetRecord targeted ? targeted.target() : record.type();
  }
}
