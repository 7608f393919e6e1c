package io.slugline.alerting.console.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.slugline.alerting.console.access.Sessions.Session;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Fills templates and answers with them. */
public final class Pages {
  private static final String PACKAGE = "io.slugline.alerting.console.page.made";
  private static final String SESSION = "session";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), PACKAGE);
  private final Clock clock;
  private final Assets assets;
  private final boolean asksWhoYouAre;

  /**
   * @param asksWhoYouAre whether there is a session that can be left
   */
  public Pages(Clock clock, Assets assets, boolean asksWhoYouAre) {
    this.clock = clock;
    this.assets = assets;
    this.asksWhoYouAre = asksWhoYouAre;
  }

  /** Who asks, as the gate found out. */
  public static void attach(Context request, Session session) {
    request.attribute(SESSION, session);
  }

  static Session session(Context request) {
    return Optional.<Session>ofNullable(request.attribute(SESSION)).orElseThrow();
  }

  /** A whole screen. */
  void show(Context request, String template, String title, String active, Object page) {
    html(request, text(template, Map.of("frame", frame(request, title, active), "page", page)));
  }

  /** A piece of a screen. */
  void piece(Context request, String template, Object page) {
    html(request, piece(template, page));
  }

  /** A form in a dialog. */
  void part(Context request, String template, Object page) {
    html(request, text(template, Map.of("page", page)));
  }

  /** The same form as a screen of its own, for a browser without script. */
  void wrapped(Context request, String template, Object page) {
    Content form = output -> templates.render(template + ".jte", page, output);
    html(request, text("order", Map.of("frame", frame(request, "Order", "now"), "page", form)));
  }

  /** Says why something was not done: on a screen, or in a line to a script. */
  public void refused(Context request, HttpResponseException refusal) {
    request.status(refusal.getStatus());
    String why = String.valueOf(refusal.getMessage());
    boolean hasSession = request.attribute(SESSION) != null;
    if (hasSession && request.header("HX-Request") == null) {
      show(request, "refused", "Not done", "", Shown.line(why));
    } else {
      request.contentType("text/plain; charset=utf-8").result(why);
    }
  }

  static void html(Context request, String text) {
    request.contentType("text/html; charset=utf-8").result(text);
  }

  String piece(String template, Object page) {
    return text(template, Map.of("page", page, "now", clock.instant()));
  }

  /** A screen for whoever has no session yet. */
  String alone(String template, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("assets", assets.version());
    return text(template, all);
  }

  Frame frame(Context request, String title, String active) {
    Session session = session(request);
    String query = request.queryString();
    String theme = Optional.ofNullable(request.cookie("theme")).orElse("auto");
    return new Frame(
        title,
        active,
        session.person(),
        session.token(),
        asksWhoYouAre,
        theme.matches("light|dark") ? theme : "auto",
        assets.version(),
        request.path() + (query == null ? "" : "?" + query),
        clock.instant());
  }

  private String text(String template, Map<String, Object> values) {
    StringOutput out = new StringOutput();
    templates.render(template + ".jte", values, out);
    return out.toString();
  }
}
