package io.slugline.alerting.console.page;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.slugline.alerting.console.access.Person;
import io.slugline.alerting.console.access.Role;
import io.slugline.alerting.console.access.Sessions;
import io.slugline.alerting.console.access.Sessions.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands before every page: who asks, and whether the order came from a page of ours. */
public final class Gate {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> WELCOME = Set.of("/login", "/health", "/ready", "/metrics");

  private final Doors doors;
  private final Sessions sessions;

  public Gate(Doors doors, Sessions sessions) {
    this.doors = doors;
    this.sessions = sessions;
  }

  /** How people come in. */
  public interface Doors {
    /** Whom the request names without being asked: the proxy, or this machine's own person. */
    Optional<Person> known(Context request);

    /** Whether only this machine may ask. */
    boolean onlyThisMachine();
  }

  /** Runs before every request. */
  public void check(Context request) {
    harden(request);
    if (doors.onlyThisMachine() && !LOOPBACK.contains(hostOf(request))) {
      throw new ForbiddenResponse("this console answers to localhost only");
    }
    boolean isWelcome = WELCOME.contains(request.path()) || request.path().startsWith("/assets/");
    if (isWelcome) {
      if (!isRead(request)) sameSite(request);
      return;
    }
    Session session = session(request);
    if (session == null) {
      askWhoItIs(request);
      return;
    }
    Pages.attach(request, session);
    if (!isRead(request)) ordered(request, session);
  }

  /** Refuses who may not. */
  static void need(Context request, Role role) {
    if (!Pages.session(request).person().role().mayDoWhat(role)) {
      throw new ForbiddenResponse("this needs the role " + role.word());
    }
  }

  /** Lets a browser keep its session. */
  public void remember(Context request, Session session) {
    boolean overTls = "https".equalsIgnoreCase(request.header("X-Forwarded-Proto"));
    String cookie =
        cookieName(request) + "=" + session.id() + "; Path=/; HttpOnly; SameSite=Strict";
    request.res().addHeader("Set-Cookie", overTls ? cookie + "; Secure" : cookie);
  }

  /** Ends the session. */
  public void leave(Context request) {
    sessions.close(Pages.session(request).id());
    request.removeCookie(cookieName(request));
  }

  /** Another site's page may not order anything here, whatever it knows. */
  static void sameSite(Context request) {
    String site = request.header("Sec-Fetch-Site");
    String origin = request.header("Origin");
    boolean isForeign = site != null && !site.equals("same-origin") && !site.equals("none");
    if (origin != null && !origin.equals("null")) {
      isForeign |= !origin.replaceFirst("^https?://", "").equals(request.host());
    }
    if (isForeign) throw new ForbiddenResponse("this came from another site");
  }

  private @Nullable Session session(Context request) {
    Session open = sessions.find(request.cookie(cookieName(request))).orElse(null);
    Person known = doors.known(request).orElse(null);
    if (known == null) return open;
    if (open != null && open.person().equals(known)) return open;
    Session made = sessions.open(known);
    remember(request, made);
    return made;
  }

  private static void ordered(Context request, Session session) {
    sameSite(request);
    String token = request.header("X-Slugline-Token");
    if (token == null) token = request.formParam("token");
    boolean fits =
        token != null
            && MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8),
                session.token().getBytes(StandardCharsets.UTF_8));
    if (!fits) throw new ForbiddenResponse("this form is too old: go back, reload and try again");
  }

  private static void askWhoItIs(Context request) {
    request.skipRemainingHandlers();
    if (request.path().equals("/live") || !isRead(request)) {
      request.status(HttpStatus.UNAUTHORIZED).result("log in first\n");
      return;
    }
    request.redirect(
        "/login?to=" + java.net.URLEncoder.encode(here(request), StandardCharsets.UTF_8));
  }

  private static String here(Context request) {
    String query = request.queryString();
    return request.path() + (query == null ? "" : "?" + query);
  }

  private static boolean isRead(Context request) {
    return request.method().name().matches("GET|HEAD");
  }

  /** Several consoles on one machine share its cookies. */
  private static String cookieName(Context request) {
    return "slugline-" + request.port();
  }

  private static String hostOf(Context request) {
    String host = Optional.ofNullable(request.host()).orElse("");
    return host.replaceFirst(":\\d+$", "");
  }

  private static void harden(Context request) {
    request.header("Content-Security-Policy", POLICY);
    request.header("X-Content-Type-Options", "nosniff");
    request.header("Referrer-Policy", "no-referrer");
    request.header("Cross-Origin-Opener-Policy", "same-origin");
    request.header("Cross-Origin-Resource-Policy", "same-origin");
    request.header("Cache-Control", "no-store");
  }
}
