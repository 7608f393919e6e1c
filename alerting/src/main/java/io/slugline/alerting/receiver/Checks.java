package io.slugline.alerting.receiver;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a receiver's settings, each as {@code key: what}. */
final class Checks {
  private final List<String> problems = new ArrayList<>();

  Checks url(String key, @Nullable URI url) {
    if (url == null) problems.add(key + ": is missing");
    else if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
      problems.add(key + ": must be an http or https address");
    }
    return this;
  }

  Checks secret(String key, @Nullable Secret secret) {
    if (secret != null) secret.problem().ifPresent(what -> problems.add(key + ": " + what));
    return this;
  }

  Checks given(String key, @Nullable Object value) {
    if (value == null) problems.add(key + ": is missing");
    return this;
  }

  Checks positive(String key, Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      problems.add(key + ": must be longer than nothing");
    }
    return this;
  }

  Checks problem(String what) {
    problems.add(what);
    return this;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }
}
