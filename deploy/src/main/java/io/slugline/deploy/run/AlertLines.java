package io.slugline.deploy.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Alert;
import io.slugline.contract.Evidence;
import io.slugline.contract.Json;
import java.util.Locale;

/** A change of an alert as it is printed. */
final class AlertLines {
  private static final int QUOTE_LENGTH = 240;

  private AlertLines() {}

  /** One line, in the form that {@code cli.md} promises. */
  static String json(Alert alert) {
    ObjectNode line =
        Json.mapper()
            .createObjectNode()
            .put("alert", alert.alert())
            .put("watch", alert.watch())
            .put("story", alert.story())
            .put("state", alert.state().word())
            .put("severity", alert.severity().word())
            .put("pages", alert.pages());
    line.set("ack", Json.mapper().valueToTree(alert.ack()));
    line.put("silence", alert.silence());
    alert.articles().forEach(line.putArray("articles")::add);
    line.put("outlets", alert.outlets())
        .put("copies", alert.copies())
        .put("headline", alert.headline());
    ArrayNode evidence = line.putArray("evidence");
    alert.evidence().forEach(each -> evidence.add(json(each)));
    return line.toString();
  }

  /** For a person, at 3 a.m.: how bad, what, where, how many say so, and the words. */
  static String text(Alert alert) {
    if (alert.change() == Alert.Change.UPDATED) return update(alert);
    StringBuilder lines = new StringBuilder();
    lines.append(
        "%n%-8s  %s  [%s, %s]%n"
            .formatted(
                alert.severity().word().toUpperCase(Locale.ROOT),
                alert.watchTitle(),
                alert.watch(),
                alert.change().word()));
    lines.append("          ").append(alert.headline()).append(System.lineSeparator());
    lines.append("          ").append(extent(alert));
    if (!alert.evidence().isEmpty()) {
      Evidence why = alert.evidence().get(0);
      lines.append(
          "%n          why: %s%n          \"%s\"".formatted(oneLine(why.clause()), quote(why)));
    }
    return lines.toString();
  }

  private static String update(Alert alert) {
    return "  update  [%s] %s: %s".formatted(alert.watch(), alert.headline(), extent(alert));
  }

  private static String extent(Alert alert) {
    String place = alert.place() == null ? "" : alert.place() + ", ";
    return place
        + counted(alert.articleCount(), "article")
        + ", "
        + counted(alert.outlets(), "outlet")
        + ", "
        + counted(alert.copies(), "independent text");
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String quote(Evidence evidence) {
    String quote = oneLine(evidence.quote());
    return quote.length() <= QUOTE_LENGTH ? quote : quote.substring(0, QUOTE_LENGTH) + " ...";
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static ObjectNode json(Evidence evidence) {
    return Json.mapper()
        .createObjectNode()
        .put("article", evidence.article())
        .put("field", evidence.field().word())
        .put("start", evidence.start())
        .put("end", evidence.end())
        .put("rawStart", evidence.rawStart())
        .put("rawEnd", evidence.rawEnd())
        .put("quote", evidence.quote())
        .put("clause", evidence.clause())
        .put("entity", evidence.entity())
        .put("alias", evidence.alias());
  }
}
