package io.slugline.alerting.dispatch;

import io.slugline.contract.Delivery;

/** Where it is written how deliveries ended. */
interface Journal {

  /** Writes the delivery; runs {@code written} once it is safe. */
  void write(Delivery delivery, Runnable written);
}
