package io.slugline.alerting.receiver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;

/** One POST to one address, and what its answer means for a delivery. */
final class Post {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int MAX_ANSWER = 200;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI url;
  private final Duration timeout;
  private final Clock clock;
  private final List<Secret> secrets;

  /**
   * @param secrets what no word about a failure may tell, though the other side says it
   */
  Post(URI url, Duration timeout, Clock clock, Collection<Secret> secrets) {
    this.url = url;
    this.timeout = timeout;
    this.clock = clock;
    this.secrets = List.copyOf(secrets);
  }

  Attempt send(String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(timeout)
            .header("User-Agent", "slugline")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    headers.forEach(request::header);
    try {
      return meaning(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (HttpTimeoutException e) {
      return later("no answer within " + timeout.toMillis() + " ms");
    } catch (SSLException e) {
      return later("no secure connection: " + harmless(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      return later("no connection: " + harmless(e.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return later("stopped while waiting for the answer");
    }
  }

  private Attempt meaning(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) return new Attempt.Delivered();
    String said = "answered " + status + " " + shortened(harmless(answer.body()));
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
      return new Attempt.RetryLater(said, retryAfter(answer));
    }
    return new Attempt.Refused(said);
  }

  private Duration retryAfter(HttpResponse<String> answer) {
    String said = answer.headers().firstValue("Retry-After").orElse("");
    if (said.isBlank()) return Duration.ZERO;
    Duration wait = said.chars().allMatch(Character::isDigit) ? seconds(said) : until(said);
    if (wait.isNegative()) return Duration.ZERO;
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static Duration seconds(String number) {
    return number.length() > 6 ? LONGEST_WAIT : Duration.ofSeconds(Long.parseLong(number));
  }

  private Duration until(String date) {
    try {
      Instant at = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Duration.between(clock.instant(), at);
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }

  private String harmless(String words) {
    String told = words;
    for (Secret secret : secrets) {
      String value = secret.reveal();
      if (!value.isBlank()) told = told.replace(value, secret.toString());
    }
    return told;
  }

  private static String shortened(String body) {
    String line = body.strip().replaceAll("\\s+", " ");
    return line.length() <= MAX_ANSWER ? line : line.substring(0, MAX_ANSWER) + "...";
  }

  private static Attempt later(String reason) {
    return new Attempt.RetryLater(reason, Duration.ZERO);
  }
}
