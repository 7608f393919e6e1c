package io.slugline.alerting.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.slugline.alerting.console.page.Assets;
import io.slugline.alerting.console.page.LiveFeed;
import io.slugline.alerting.console.page.LoginScreen;
import io.slugline.alerting.console.page.NowScreen;
import io.slugline.alerting.console.page.Returning;
import org.jspecify.annotations.Nullable;

/** Every screen, and the paths that lead to them. */
record Screens(Assets assets, NowScreen now, LiveFeed live, @Nullable LoginScreen login) {

  private static final int YEAR_SECONDS = 31_536_000;

  void routes(RoutesConfig routes) {
    routes.get("/assets/{name}", assets::serve);
    routes.get("/", now::show);
    routes.get("/rows", now::more);
    routes.get("/live", live::stream);
    routes.post("/theme", Screens::theme);
    if (login == null) return;
    routes.get("/login", login::ask);
    routes.post("/login", login::check);
    routes.post("/logout", login::leave);
  }

  private static void theme(Context request) {
    Cookie cookie = new Cookie("theme", String.valueOf(request.formParam("theme")));
    cookie.setMaxAge(YEAR_SECONDS);
    cookie.setSameSite(SameSite.STRICT);
    request.cookie(cookie);
    request.redirect(Returning.path(request.formParam("to")), HttpStatus.SEE_OTHER);
  }
}
