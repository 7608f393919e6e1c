package io.slugline.alerting.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slugline.alerting.console.access.PasswordHash;
import io.slugline.alerting.console.access.Person;
import io.slugline.alerting.console.access.Role;
import io.slugline.alerting.console.access.Users;
import io.slugline.alerting.console.page.Outside;
import io.slugline.contract.Severity;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in and what they may order, asked over HTTP. */
class ConsoleServerTest {
  private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");
  private static final InetSocketAddress HERE = new InetSocketAddress("localhost", 0);

  private final Doubles topics = new Doubles();
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @TempDir Path folder;

  @Test
  void whatIsOpenToOthersRefusesToStartWithoutKnowingWhoAsks() {
    InetSocketAddress everywhere = new InetSocketAddress("0.0.0.0", 0);

    assertThatThrownBy(() -> serve(ConsoleConfig.standard(), everywhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.0.0.0 is open to other machines");
  }

  @Test
  void anOrderWithoutThePagesTokenIsRefused() throws Exception {
    topics.put(Facts.alert("s1", Severity.WARNING, "A ship", Instant.now()));
    try (ConsoleServer server = serve(ConsoleConfig.standard(), HERE)) {
      String token = token(get(server, "/").body());
      Map<String, String> order = Map.of("alert", "alert-s1", "hours", "1");

      assertThat(post(server, "/order/acknowledge", order).statusCode()).isEqualTo(403);
      assertThat(topics.actions).isEmpty();
      Map<String, String> ours = Map.of("alert", "alert-s1", "hours", "1", "token", token);
      assertThat(post(server, "/order/acknowledge", ours).statusCode()).isEqualTo(303);
      assertThat(topics.actions).hasSize(1);
    }
  }

  @Test
  void anotherSitesFormIsRefusedWhateverItKnows() throws Exception {
    topics.put(Facts.alert("s1", Severity.WARNING, "A ship", Instant.now()));
    try (ConsoleServer server = serve(ConsoleConfig.standard(), HERE)) {
      String token = token(get(server, "/").body());
      HttpRequest foreign =
          form(server, "/order/acknowledge", Map.of("alert", "alert-s1", "token", token))
              .header("Sec-Fetch-Site", "cross-site")
              .build();

      assertThat(send(foreign).statusCode()).isEqualTo(403);
      assertThat(topics.actions).isEmpty();
    }
  }

  @Test
  void everyPageForbidsScriptsThatAreNotOurs() throws Exception {
    try (ConsoleServer server = serve(ConsoleConfig.standard(), HERE)) {
      String policy =
          get(server, "/").headers().firstValue("Content-Security-Policy").orElseThrow();

      assertThat(policy)
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void withUsersNobodySeesAnythingBeforeTheyLogIn() throws Exception {
    try (ConsoleServer server = serve(withUser(Role.VIEWER), HERE)) {
      assertThat(get(server, "/").statusCode()).isEqualTo(302);
      assertThat(get(server, "/live").statusCode()).isEqualTo(401);
      assertThat(get(server, "/health").statusCode()).isEqualTo(200);

      assertThat(logIn(server, "a wrong secret").statusCode()).isEqualTo(401);
      assertThat(get(server, "/").statusCode()).isEqualTo(302);
      HttpResponse<String> in = logIn(server, "a long secret");
      assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
          .contains("HttpOnly", "SameSite=Strict");
      assertThat(get(server, "/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aViewerLooksAndOrdersNothing() throws Exception {
    topics.put(Facts.alert("s1", Severity.WARNING, "A ship", Instant.now()));
    try (ConsoleServer server = serve(withUser(Role.VIEWER), HERE)) {
      logIn(server, "a long secret");
      String token = token(get(server, "/").body());

      Map<String, String> order = Map.of("alert", "alert-s1", "token", token);
      assertThat(post(server, "/order/acknowledge", order).statusCode()).isEqualTo(403);
      assertThat(post(server, "/watches", Map.of("text", "x", "token", token)).statusCode())
          .isEqualTo(403);
      assertThat(topics.actions).isEmpty();
    }
  }

  @Test
  void guessingIsSlowedDown() throws Exception {
    try (ConsoleServer server = serve(withUser(Role.VIEWER), HERE)) {
      for (int i = 0; i < 5; i++) logIn(server, "a wrong secret");

      HttpResponse<String> next = logIn(server, "a long secret");

      assertThat(next.statusCode()).isEqualTo(429);
      assertThat(next.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void aProxysHeaderIsBelievedFromItsAddressAlone() throws Exception {
    try (ConsoleServer far = serve(behind("10.9.8.7"), HERE);
        ConsoleServer near = serve(behind("127.0.0.1"), HERE)) {
      assertThat(send(named(far, "bob")).statusCode()).isEqualTo(302);
      assertThat(send(named(near, "eve")).statusCode()).isEqualTo(302);

      assertThat(send(named(near, "bob")).body()).contains(">bob<");
    }
  }

  private static ConsoleConfig behind(String address) {
    return new ConsoleConfig(
        false, "", new ConsoleConfig.Proxy("X-Who", List.of(address), Map.of("bob", Role.VIEWER)));
  }

  private static HttpRequest named(ConsoleServer server, String name) {
    return request(server, "/").header("X-Who", name).build();
  }

  private ConsoleConfig withUser(Role role) throws IOException {
    PasswordHash hash = PasswordHash.of("a long secret".toCharArray(), new SecureRandom());
    Path file =
        Files.writeString(folder.resolve("users"), Users.line(new Person("ann", role), hash));
    return new ConsoleConfig(false, file.toString(), null);
  }

  private HttpResponse<String> logIn(ConsoleServer server, String password) throws Exception {
    return post(server, "/login", Map.of("name", "ann", "password", password));
  }

  private HttpResponse<String> get(ConsoleServer server, String path) throws Exception {
    return send(request(server, path).build());
  }

  private HttpResponse<String> post(ConsoleServer server, String path, Map<String, String> fields)
      throws Exception {
    return send(form(server, path, fields).build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return browser.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder form(
      ConsoleServer server, String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return request(server, path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder request(ConsoleServer server, String path) {
    String address = server.address().replace("localhost", "127.0.0.1");
    return HttpRequest.newBuilder(URI.create(address + path.substring(1)));
  }

  private static String token(String page) {
    Matcher matcher = TOKEN.matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private ConsoleServer serve(ConsoleConfig config, InetSocketAddress at) {
    return Serve.to(config, topics, Outside.none(), Clock.systemUTC(), at);
  }
}
