package io.slugline.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The W3C trace context that a record bears in its header {@code traceparent}. Ingest begins one
 * with each article, and whatever is made of the article bears the same, up to the page. It is
 * derived from the raw article's id, so that who has the one finds the other.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits: ingest's step, which all others are children of
 */
public record Trace(String traceId, String spanId) {
  /** The header's name, in Kafka and in HTTP. */
  public static final String HEADER = "traceparent";

  /** The logger that is told, at DEBUG, of each step that was done in a trace. */
  public static final String STEPS = "slugline.steps";

  private static final Logger LOG = LoggerFactory.getLogger(STEPS);
  private static final Pattern FORM =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
  private static final int TRACE_BYTES = 16;
  private static final int BYTES = 24;

  /** The trace that begins with a raw article. */
  public static Trace ofArticle(String rawId) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(rawId.getBytes(StandardCharsets.UTF_8));
      HexFormat hex = HexFormat.of();
      return new Trace(
          hex.formatHex(hash, 0, TRACE_BYTES), hex.formatHex(hash, TRACE_BYTES, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The trace that a record bears; one that is not well-formed counts as none. */
  public static Optional<Trace> of(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    if (header == null || header.value() == null) return Optional.empty();
    Matcher form = FORM.matcher(new String(header.value(), StandardCharsets.UTF_8));
    return form.matches() ? Optional.of(new Trace(form.group(1), form.group(2))) : Optional.empty();
  }

  /** Puts it on a record. */
  public void to(Headers headers) {
    CloudEvent.put(headers, HEADER, traceparent());
  }

  /** The header's value. */
  public String traceparent() {
    return "00-" + traceId + "-" + spanId + "-01";
  }

  /**
   * Says that a stage has just done something in this trace.
   *
   * @param step {@code ingest}, {@code tag}, {@code place}, {@code alert} or {@code deliver}
   * @param about ids of what it was done to
   */
  public void did(String step, Duration took, Map<String, String> about) {
    if (!LOG.isDebugEnabled()) return;
    LoggingEventBuilder event = LOG.atDebug().addKeyValue("trace", this).addKeyValue("took", took);
    for (Map.Entry<String, String> each : about.entrySet()) {
      event = event.addKeyValue(each.getKey(), each.getValue());
    }
    event.log(step);
  }
}
