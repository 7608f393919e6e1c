package io.slugline.alerting.receiver;

import java.time.Duration;

/** What became of one attempt to notify a receiver. */
public sealed interface Attempt {

  /** The receiver has it. */
  record Delivered() implements Attempt {}

  /**
   * The receiver may accept it later: a timeout, a 5xx, a full queue.
   *
   * @param after as long as the receiver asked us to wait; zero when it did not say
   */
  record RetryLater(String reason, Duration after) implements Attempt {}

  /** It will never be accepted: a 4xx, a malformed address. */
  record Refused(String reason) implements Attempt {}
}
