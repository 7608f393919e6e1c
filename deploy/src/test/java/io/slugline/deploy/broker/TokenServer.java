package io.slugline.deploy.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An identity provider: gives tokens to clients that know the secret, and tells who checks them its
 * public key.
 */
final class TokenServer implements AutoCloseable {
  static final String CLIENT = "slugline";
  static final String SECRET = "client-secret";
  static final String AUDIENCE = "kafka";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final AtomicInteger given = new AtomicInteger();
  private final KeyPair keys;
  private final HttpServer server;

  TokenServer() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/keys", exchange -> answer(exchange, 200, publicKeys()));
    server.createContext("/token", this::token);
    server.start();
  }

  String keysUrl() {
    return address() + "/keys";
  }

  String tokenUrl() {
    return address() + "/token";
  }

  /** How many tokens it has given. */
  int given() {
    return given.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void token(HttpExchange exchange) throws IOException {
    String login = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
    String said = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Basic " + login).equals(said)) {
      answer(exchange, 401, "{\"error\":\"invalid_client\"}");
      return;
    }
    given.incrementAndGet();
    answer(
        exchange,
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":60}".formatted(token()));
  }

  private String token() {
    long now = Instant.now().getEpochSecond();
    String claims =
        "{\"sub\":\"%s\",\"aud\":\"%s\",\"scope\":\"news\",\"iat\":%d,\"exp\":%d}"
            .formatted(CLIENT, AUDIENCE, now, now + 60);
    String signed = coded("{\"alg\":\"RS256\",\"kid\":\"1\"}") + "." + coded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String publicKeys() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\",\"use\":\"sig\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(coded(key.getModulus()), coded(key.getPublicExponent()));
  }

  private static String coded(String text) {
    return BASE64.encodeToString(text.getBytes(UTF_8));
  }

  /** Without the byte that says no more than that the number is positive. */
  private static String coded(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static void answer(HttpExchange exchange, int status, String body) {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, 0);
      exchange.getResponseBody().write(body.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
