package io.slugline.deploy.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Json;
import io.slugline.deploy.deadletter.DeadLetter.Decision;
import io.slugline.deploy.deadletter.DeadLetter.Origin;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Letters and groups as they are printed: JSON for programs, lines for people. */
final class LetterLines {

  private LetterLines() {}

  static ObjectNode json(LetterGroup group) {
    ObjectNode line =
        Json.mapper()
            .createObjectNode()
            .put("group", group.cause().group())
            .put("stage", group.cause().stage())
            .put("topic", group.cause().topic())
            .put("cause", group.cause().words())
            .put("open", group.open())
            .put("redriven", group.redriven())
            .put("discarded", group.discarded())
            .put("first", group.first().toString())
            .put("last", group.last().toString());
    group.versions().forEach(line.putArray("versions")::add);
    DeadLetter sample = group.sample();
    line.putObject("sample")
        .put("letter", sample.id())
        .put("key", sample.key())
        .put("error", sample.exception() + ": " + sample.message());
    return line;
  }

  static String text(LetterGroup group) {
    return "%s  %d open, %d redriven, %d discarded  %s  %s%n          %s%n          such as %s, key %s, of %s"
        .formatted(
            group.cause().group(),
            group.open(),
            group.redriven(),
            group.discarded(),
            group.cause().stage(),
            group.cause().topic(),
            group.cause().words(),
            group.sample().id(),
            group.sample().key(),
            group.sample().at());
  }

  static ObjectNode json(DeadLetter letter) {
    ObjectNode line =
        Json.mapper()
            .createObjectNode()
            .put("letter", letter.id())
            .put("group", letter.cause().group())
            .put("stage", letter.stage())
            .put("version", letter.version())
            .put("at", letter.at().toString())
            .put("key", letter.key())
            .put("exception", letter.exception())
            .put("message", letter.message())
            .put("stackTrace", letter.stackTrace().orElse(null))
            .put("before", letter.before().orElse(null));
    Origin origin = letter.origin();
    line.set("origin", Json.mapper().valueToTree(origin));
    line.set("decision", Json.mapper().valueToTree(letter.decision()));
    ObjectNode headers = line.putObject("headers");
    for (Header header : letter.headers()) {
      if (!header.key().startsWith(DeadLetter.ERRORS)) put(headers, header.key(), header.value());
    }
    put(line, "value", letter.value());
    return line;
  }

  static String text(DeadLetter letter) {
    ObjectNode json = json(letter);
    StringBuilder lines = new StringBuilder();
    json.properties()
        .forEach(
            field -> {
              if (field.getKey().equals("stackTrace") || field.getKey().equals("value")) return;
              lines.append("%-10s %s%n".formatted(field.getKey(), plain(field.getValue())));
            });
    lines.append("%n%s%n%s".formatted(letter.stackTrace().orElse(""), plain(json.get("value"))));
    return lines.toString();
  }

  static ObjectNode json(Outcome outcome) {
    ObjectNode line =
        Json.mapper()
            .createObjectNode()
            .put("letter", outcome.letter().id())
            .put("result", outcome.result().word());
    line.set("origin", Json.mapper().valueToTree(outcome.letter().origin()));
    line.set("decision", Json.mapper().valueToTree(outcome.letter().decision()));
    return line;
  }

  static String text(Outcome outcome) {
    return outcome.letter().id() + ": " + words(outcome);
  }

  private static String words(Outcome outcome) {
    DeadLetter letter = outcome.letter();
    String topic = letter.origin() == null ? "" : letter.origin().topic();
    return switch (outcome.result()) {
      case REDRIVEN -> "back on " + topic;
      case DISCARDED -> "discarded";
      case DECIDED_BEFORE -> decided(Objects.requireNonNull(letter.decision()));
      case FILE -> "is a file that ingest rejected: mend it and put it into the inbox again";
      case NO_TOPIC -> "topic " + topic + " is gone";
    };
  }

  private static String decided(Decision decision) {
    String what = decision.redriven() ? "redriven" : "discarded";
    return what + " before, by " + decision.by() + " at " + decision.at();
  }

  private static String plain(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }

  /** As text where it is text, in base 64 where it is not. */
  private static void put(ObjectNode line, String name, byte @Nullable [] value) {
    if (value == null) {
      line.putNull(name);
      return;
    }
    try {
      line.put(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
    } catch (CharacterCodingException e) {
      line.put(name, value);
    }
  }
}
