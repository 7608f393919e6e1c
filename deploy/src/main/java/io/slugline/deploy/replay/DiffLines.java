package io.slugline.deploy.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A difference for people, in their words with a few examples, and for programs, whole. */
final class DiffLines {
  private final String replay;
  private final Difference difference;

  DiffLines(String replay, Difference difference) {
    this.replay = replay;
    this.difference = difference;
  }

  /** One JSON object for each thing that changes; the last one sums up. */
  void json(PrintWriter out) {
    difference.articles().forEach(change -> out.println(article(change)));
    difference.stories().forEach(change -> out.println(Json.write(new Story("story", change))));
    difference.alerts().forEach(change -> out.println(alert(change)));
    out.println(summary());
  }

  private record Story(
      String kind, @com.fasterxml.jackson.annotation.JsonUnwrapped Difference.StoryChange change) {}

  /**
   * For people.
   *
   * @param examples of each kind at most
   */
  void text(PrintWriter out, int examples) {
    Difference d = difference;
    out.printf(
        Locale.ROOT,
        "replay %s against live: %,d articles on both sides, %,d of them the same in every byte%n",
        replay,
        d.compared(),
        d.identical());
    StringBuilder parts = new StringBuilder("articles  ");
    for (Difference.Part part : Difference.Part.values()) {
      parts.append(String.format(Locale.ROOT, "  %s %,d", part, d.count(part)));
    }
    out.println(parts);
    d.articles().stream().limit(examples).forEach(change -> out.println("    " + inWords(change)));
    out.printf("stories     split %d  merged %d%n", d.stories("split"), d.stories("merged"));
    d.stories().stream()
        .limit(examples)
        .forEach(c -> out.printf("    %s: %s = %s%n", c.what(), c.one(), c.several()));
    out.printf(
        "alerts      gained %d  lost %d  changed %d%n",
        d.alerts("gained"), d.alerts("lost"), d.alerts("changed"));
    for (String what : List.of("gained", "lost", "changed")) {
      d.alerts().stream()
          .filter(change -> change.what().equals(what))
          .limit(examples)
          .forEach(change -> out.println("    " + inWords(change)));
    }
    out.println(pages());
  }

  private String pages() {
    Difference.Pages pages = difference.pages();
    String compared = " (%d in all, live %d)".formatted(pages.replay(), pages.live());
    if (pages.more() == 0 && pages.fewer() == 0) {
      return "would have paged as often as live did" + compared;
    }
    String fewer = pages.fewer() == 0 ? "" : ", and %d times not".formatted(pages.fewer());
    return "would have paged %d more times%s%s".formatted(pages.more(), fewer, compared);
  }

  private static String inWords(Difference.AlertChange change) {
    var alert = change.alert().last();
    return "%s (%s): %s, %s \"%s\", %d articles, pages %d, before %d"
        .formatted(
            change.what(),
            change.how(),
            alert.watch(),
            alert.severity().word(),
            alert.headline(),
            alert.articleCount(),
            change.pagesAfter(),
            change.pagesBefore());
  }

  private static String inWords(Difference.ArticleChange change) {
    Sketch one = change.either();
    String title = one.title().isEmpty() ? one.id() : one.title();
    List<String> how = new ArrayList<>();
    for (Difference.Part part : change.parts()) how.add(inWords(part, change));
    return "\"" + title + "\": " + String.join("; ", how);
  }

  private static String inWords(Difference.Part part, Difference.ArticleChange change) {
    if (part == Difference.Part.keywords) {
      return "keywords "
          + Objects.requireNonNull(change.before()).keywords()
          + " become "
          + Objects.requireNonNull(change.after()).keywords();
    }
    if (part == Difference.Part.entities) {
      var before = Objects.requireNonNull(change.before()).entities();
      var after = Objects.requireNonNull(change.after()).entities();
      return "entities gained "
          + Sketch.gained(before, after)
          + " lost "
          + Sketch.gained(after, before);
    }
    return part.name();
  }

  private static ObjectNode article(Difference.ArticleChange change) {
    Sketch one = change.either();
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("kind", "article").put("article", one.id()).put("raw", one.rawId());
    line.put("source", one.source()).put("title", one.title()).put("story", change.story());
    ArrayNode parts = line.putArray("changed");
    change.parts().forEach(part -> parts.add(part.name()));
    if (change.before() != null) put(line.putObject("before"), change.before());
    if (change.after() != null) put(line.putObject("after"), change.after());
    return line;
  }

  private static void put(ObjectNode side, Sketch sketch) {
    side.put("article", sketch.id()).put("sequence", sketch.sequence());
    side.put("story", sketch.story());
    side.set("entities", Json.mapper().valueToTree(sketch.entities()));
    side.set("keywords", Json.mapper().valueToTree(sketch.keywords()));
  }

  private static ObjectNode alert(Difference.AlertChange change) {
    var alert = change.alert().last();
    return Json.mapper()
        .createObjectNode()
        .put("kind", "alert")
        .put("what", change.what())
        .put("how", change.how())
        .put("alert", alert.alert())
        .put("watch", alert.watch())
        .put("story", alert.story())
        .put("severity", alert.severity().word())
        .put("headline", alert.headline())
        .put("articles", alert.articleCount())
        .put("pagesBefore", change.pagesBefore())
        .put("pagesAfter", change.pagesAfter());
  }

  private ObjectNode summary() {
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("kind", "summary").put("replay", replay);
    ObjectNode articles = line.putObject("articles");
    articles.put("compared", difference.compared()).put("identical", difference.identical());
    articles.put("changed", difference.articles().size());
    for (Difference.Part part : Difference.Part.values()) {
      articles.put(part.name(), difference.count(part));
    }
    ObjectNode stories = line.putObject("stories");
    stories.put("split", difference.stories("split")).put("merged", difference.stories("merged"));
    ObjectNode alerts = line.putObject("alerts");
    for (String what : List.of("gained", "lost", "changed")) {
      alerts.put(what, difference.alerts(what));
    }
    line.set("pages", Json.mapper().valueToTree(difference.pages()));
    return line;
  }
}
