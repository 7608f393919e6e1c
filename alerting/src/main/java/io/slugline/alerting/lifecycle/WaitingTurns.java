package io.slugline.alerting.lifecycle;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Where turns wait until their number is due, and what is due of each language. */
public interface WaitingTurns {

  /** The number that is due; null for a language of which nothing was taken yet. */
  @Nullable Long due(String language);

  void nowDue(String language, long number);

  void put(String language, long number, Turn turn);

  /** Takes the turn of this number out. */
  @Nullable Turn remove(String language, long number);

  /** Shows the language and number of all that wait. */
  void each(BiConsumer<String, Long> reader);
}
