package io.slugline.deploy.deadletter;

import java.util.Locale;

/** What became of one letter that was to be redriven or discarded. */
public record Outcome(DeadLetter letter, Result result) {

  /** How it ended. */
  public enum Result {
    REDRIVEN,
    DISCARDED,
    /** A person decided before. */
    DECIDED_BEFORE,
    /** A file that was rejected: it goes into the inbox again, not onto a topic. */
    FILE,
    /** The topic it came from is gone. */
    NO_TOPIC;

    /** Whether nothing is left to do. */
    public boolean isSettled() {
      return this != FILE && this != NO_TOPIC;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
