package io.slugline.alerting.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.slugline.alerting.console.page.ArticleScreen;
import io.slugline.alerting.console.page.Assets;
import io.slugline.alerting.console.page.AuditScreen;
import io.slugline.alerting.console.page.ExplainScreen;
import io.slugline.alerting.console.page.LiveFeed;
import io.slugline.alerting.console.page.LoginScreen;
import io.slugline.alerting.console.page.NowScreen;
import io.slugline.alerting.console.page.OperationsScreen;
import io.slugline.alerting.console.page.OrderScreen;
import io.slugline.alerting.console.page.Pages;
import io.slugline.alerting.console.page.Returning;
import io.slugline.alerting.console.page.SourcesScreen;
import io.slugline.alerting.console.page.StoryScreen;
import io.slugline.alerting.console.page.WatchScreen;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every screen, and the paths that lead to them. */
record Screens(
    Pages pages,
    Assets assets,
    NowScreen now,
    LiveFeed live,
    StoryScreen story,
    ArticleScreen article,
    OrderScreen order,
    WatchScreen watch,
    ExplainScreen explain,
    SourcesScreen sources,
    AuditScreen audit,
    OperationsScreen operations,
    @Nullable LoginScreen login) {

  private static final int YEAR_SECONDS = 31_536_000;
  private static final Set<String> THEMES = Set.of("auto", "dark", "light");

  void routes(RoutesConfig routes) {
    routes.exception(
        HttpResponseException.class, (refusal, request) -> pages.refused(request, refusal));
    routes.get("/assets/{name}", assets::serve);
    routes.get("/", now::show);
    routes.get("/rows", now::more);
    routes.get("/live", live::stream);
    routes.get("/story/{story}", story::show);
    routes.get("/article/{article}", article::show);
    routes.get("/grouping/{article}", article::grouping);
    routes.get("/compare", article::compare);
    orders(routes);
    watches(routes);
    routes.get("/explain", explain::show);
    routes.post("/explain", explain::explain);
    routes.get("/sources", sources::show);
    routes.get("/audit", audit::show);
    routes.get("/operations", operations::show);
    routes.post("/letters/{cause}/{what}", operations::settle);
    routes.post("/replays", operations::plan);
    routes.post("/replays/{replay}/pause", operations::pause);
    routes.post("/replays/{replay}/begin/{step}", operations::begin);
    routes.get("/replays/{replay}/difference", operations::difference);
    routes.post("/theme", Screens::theme);
    if (login == null) return;
    routes.get("/login", login::ask);
    routes.post("/login", login::check);
    routes.post("/logout", login::leave);
  }

  private void orders(RoutesConfig routes) {
    routes.get("/order/preview", order::preview);
    routes.get("/order/{order}", order::ask);
    routes.post("/order/acknowledge", order::acknowledge);
    routes.post("/order/silence", order::silence);
    routes.post("/order/unsilence", order::unsilence);
    routes.post("/order/irrelevant", order::irrelevant);
    routes.post("/order/split", order::split);
    routes.post("/order/merge", order::merge);
  }

  private void watches(RoutesConfig routes) {
    routes.get("/watches", watch::list);
    routes.post("/watches", watch::save);
    routes.get("/watches/{watch}", watch::show);
    routes.get("/new-watch", watch::create);
    routes.post("/remove-watch/{watch}", watch::remove);
    routes.post("/lint", watch::lint);
    routes.post("/backtest", watch::backtest);
  }

  private static void theme(Context request) {
    String theme = String.valueOf(request.formParam("theme"));
    if (!THEMES.contains(theme)) throw new BadRequestResponse("there is no such theme");
    Cookie cookie = new Cookie("theme", theme);
    cookie.setMaxAge(YEAR_SECONDS);
    cookie.setSameSite(SameSite.STRICT);
    request.cookie(cookie);
    request.redirect(Returning.path(request.formParam("to")), HttpStatus.SEE_OTHER);
  }
}
