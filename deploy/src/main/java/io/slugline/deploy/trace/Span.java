package io.slugline.deploy.trace;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Json;
import io.slugline.contract.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.event.KeyValuePair;

/** A step of a trace, as OpenTelemetry has it. */
record Span(Trace trace, String name, Instant start, Instant end, Map<String, String> about) {
  private static final String ROOT = "ingest";
  private static final int INTERNAL = 1;

  /** What {@link Trace#did} said. */
  static Span of(ILoggingEvent event) {
    Map<String, Object> said = new HashMap<>();
    for (KeyValuePair pair : event.getKeyValuePairs()) said.put(pair.key, pair.value);
    Trace trace = (Trace) Objects.requireNonNull(said.remove("trace"));
    Duration took = (Duration) Objects.requireNonNull(said.remove("took"));
    Map<String, String> about = new HashMap<>();
    said.forEach((name, value) -> about.put("slugline." + name, String.valueOf(value)));
    Instant end = event.getInstant();
    return new Span(trace, event.getMessage(), end.minus(took), end, about);
  }

  /** Whether it is one of this share of traces; every stage chooses the same. */
  boolean isAmong(double share) {
    return Long.parseLong(trace.traceId().substring(0, 8), 16) < share * (1L << 32);
  }

  /** The body of a request to a collector. */
  static String request(List<Span> spans) {
    ObjectNode request = Json.mapper().createObjectNode();
    ObjectNode ofUs = request.putArray("resourceSpans").addObject();
    attributes(ofUs.putObject("resource"), Map.of("service.name", "slugline"));
    ObjectNode scope = ofUs.putArray("scopeSpans").addObject();
    scope.putObject("scope").put("name", "slugline");
    ArrayNode all = scope.putArray("spans");
    spans.forEach(span -> span.to(all.addObject()));
    return request.toString();
  }

  private void to(ObjectNode node) {
    node.put("traceId", trace.traceId());
    if (name.equals(ROOT)) {
      node.put("spanId", trace.spanId());
    } else {
      node.put("spanId", HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
      node.put("parentSpanId", trace.spanId());
    }
    node.put("name", name).put("kind", INTERNAL);
    node.put("startTimeUnixNano", nanos(start)).put("endTimeUnixNano", nanos(end));
    attributes(node, about);
  }

  private static void attributes(ObjectNode node, Map<String, String> values) {
    ArrayNode attributes = node.putArray("attributes");
    values.forEach(
        (key, value) ->
            attributes.addObject().put("key", key).putObject("value").put("stringValue", value));
  }

  private static String nanos(Instant at) {
    return at.getEpochSecond() + "%09d".formatted(at.getNano());
  }
}
