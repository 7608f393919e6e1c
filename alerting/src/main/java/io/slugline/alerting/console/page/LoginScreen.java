package io.slugline.alerting.console.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.slugline.alerting.console.access.LoginLimit;
import io.slugline.alerting.console.access.Person;
import io.slugline.alerting.console.access.Sessions;
import io.slugline.alerting.console.access.Users;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for name and password. */
public final class LoginScreen {
  private static final Logger LOG = LoggerFactory.getLogger(LoginScreen.class);
  private static final int LONGEST = 256;

  private final Users users;
  private final LoginLimit limit;
  private final Sessions sessions;
  private final Gate gate;
  private final Pages pages;

  public LoginScreen(Users users, LoginLimit limit, Sessions sessions, Gate gate, Pages pages) {
    this.users = users;
    this.limit = limit;
    this.sessions = sessions;
    this.gate = gate;
    this.pages = pages;
  }

  public void ask(Context request) {
    answer(request, "");
  }

  public void check(Context request) {
    String name = field(request, "name");
    String address = request.req().getRemoteAddr();
    Duration wait = limit.wait(name, address);
    if (!wait.isZero()) {
      request.status(HttpStatus.TOO_MANY_REQUESTS);
      request.header("Retry-After", String.valueOf(wait.toSeconds() + 1));
      answer(request, "Too many tries. Wait " + (wait.toSeconds() + 1) + " seconds.");
      return;
    }
    Optional<Person> person = users.authenticate(name, field(request, "password").toCharArray());
    if (person.isEmpty()) {
      limit.failed(name, address);
      LOG.warn("a login failed, from {}", address);
      request.status(HttpStatus.UNAUTHORIZED);
      answer(request, "Name and password do not fit.");
      return;
    }
    limit.succeeded(name);
    gate.remember(request, sessions.open(person.get()));
    request.redirect(Returning.path(request.formParam("to")), HttpStatus.SEE_OTHER);
  }

  public void leave(Context request) {
    gate.leave(request);
    request.redirect("/login", HttpStatus.SEE_OTHER);
  }

  private void answer(Context request, String problem) {
    String to = request.queryParam("to");
    if (to == null) to = request.formParam("to");
    Pages.html(request, pages.alone("login", Map.of("problem", problem, "to", Returning.path(to))));
  }

  private static String field(Context request, String name) {
    String value = Optional.ofNullable(request.formParam(name)).orElse("");
    return value.length() > LONGEST ? "" : value;
  }
}
