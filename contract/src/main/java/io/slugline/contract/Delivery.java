package io.slugline.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one change of an alert at one receiver. Keyed by {@code id}.
 *
 * @param id stable: the same for every attempt, and for a receiver to drop a repeat by
 * @param alerts the alerts that the notification is about
 * @param change why there was something to say
 * @param receiver name of the receiver
 * @param outcome how it ended
 * @param gate for a withheld one, the first gate that stopped it
 * @param reason in words: why it was sent, withheld, put off or refused
 * @param attempt counted from 1; 0 for a withheld one
 */
public record Delivery(
    String id,
    List<String> alerts,
    String watch,
    String story,
    Alert.Change change,
    boolean page,
    String receiver,
    Outcome outcome,
    @Nullable String gate,
    @Nullable String reason,
    int attempt,
    Instant at) {

  public Delivery {
    alerts = List.copyOf(alerts);
  }

  /** How one attempt ended. */
  public enum Outcome {
    DELIVERED,
    RETRY_LATER,
    REFUSED,
    WITHHELD;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
