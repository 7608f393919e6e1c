package io.slugline.deploy.http;

import java.util.List;
import java.util.Map;

/** One page for people: what runs, and what it has done so far. */
final class HealthPage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Slugline</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="refresh" content="5">
      <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
        table { border-collapse: collapse; width: 100% }
        th, td { text-align: left; padding: .35rem .5rem; border-bottom: 1px solid #ddd }
        .ready { color: #0a5c2b } .starting { color: #7a4b00 } .down { color: #a00000; font-weight: bold }
      </style></head><body><h1>Slugline</h1>
      """;
  private static final String FOOT =
      """
      <p><a href="/health">health</a> <a href="/ready">ready</a> <a href="/metrics">metrics</a></p>
      </body></html>
      """;

  private HealthPage() {}

  static String of(List<Stage> stages, Map<String, String> facts) {
    StringBuilder page = new StringBuilder(HEAD).append("<h2>What runs</h2><table>");
    for (Stage stage : stages) {
      page.append(
          "<tr><th scope=\"row\">%s</th><td class=\"%s\">%s</td></tr>\n"
              .formatted(escape(stage.name()), stage.word(), escape(said(stage))));
    }
    page.append("</table><h2>So far</h2><table>");
    facts.forEach(
        (name, value) ->
            page.append(
                "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n"
                    .formatted(escape(name), escape(value))));
    return page.append("</table>").append(FOOT).toString();
  }

  private static String said(Stage stage) {
    return stage.problem().get().map(problem -> "down: " + problem).orElse(stage.word());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
