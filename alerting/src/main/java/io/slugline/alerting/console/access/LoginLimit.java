package io.slugline.alerting.console.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a password may be guessed wrong, for a name and for an address: five times, and from
 * then on once a minute, until a quarter of an hour has passed without a wrong one. Remembers the
 * latest few thousand.
 */
public final class LoginLimit {
  private static final int FREE = 5;
  private static final int REMEMBERED = 4096;
  private static final Duration SPAN = Duration.ofMinutes(1);
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  public LoginLimit(Clock clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {}

  /** How long to wait before the next try; zero when it may be made now. */
  public synchronized Duration wait(String name, String address) {
    Duration forName = remaining("name " + name);
    Duration forAddress = remaining("address " + address);
    return forName.compareTo(forAddress) > 0 ? forName : forAddress;
  }

  public synchronized void failed(String name, String address) {
    count("name " + name);
    count("address " + address);
  }

  /** A right password clears the name, never the address: an attacker may have one account. */
  public synchronized void succeeded(String name) {
    failures.remove("name " + name);
  }

  private void count(String key) {
    Failures known = failures.get(key);
    Instant now = clock.instant();
    int before =
        known == null || known.last().plus(FORGOTTEN_AFTER).isBefore(now) ? 0 : known.count();
    failures.put(key, new Failures(before + 1, now));
  }

  private Duration remaining(String key) {
    Failures known = failures.get(key);
    if (known == null || known.count() < FREE) return Duration.ZERO;
    Duration left = Duration.between(clock.instant(), known.last().plus(SPAN));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
