package io.slugline.alerting.console.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in. Held in memory alone: a restart asks everyone again, and no file can be stolen.
 */
public final class Sessions {
  private static final Duration IDLE = Duration.ofHours(12);
  private static final int MOST = 10_000;
  private static final int TOKEN_BYTES = 32;

  private final Clock clock;
  private final SecureRandom random;
  private final Map<String, Session> sessions =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
          return size() > MOST;
        }
      };

  public Sessions(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * One browser's session.
   *
   * @param id what its cookie holds
   * @param token what each of its forms sends back, which no other site can know
   */
  public record Session(String id, Person person, String token, Instant lastSeen) {}

  public synchronized Session open(Person person) {
    Session session = new Session(secret(), person, secret(), clock.instant());
    sessions.put(session.id(), session);
    return session;
  }

  /** The session of a cookie, unless it has ended. */
  public synchronized Optional<Session> find(@Nullable String id) {
    Session known = id == null ? null : sessions.get(id);
    if (known == null) return Optional.empty();
    if (known.lastSeen().plus(IDLE).isBefore(clock.instant())) {
      sessions.remove(known.id());
      return Optional.empty();
    }
    Session seen = new Session(known.id(), known.person(), known.token(), clock.instant());
    sessions.put(seen.id(), seen);
    return Optional.of(seen);
  }

  public synchronized void close(String id) {
    sessions.remove(id);
  }

  private String secret() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
