package io.slugline.alerting.dispatch;

import io.slugline.contract.Delivery;
import io.slugline.contract.Trace;
import org.jspecify.annotations.Nullable;

/** Where it is written how deliveries ended. */
interface Journal {

  /** Writes the delivery, in its trace; runs {@code written} once it is safe. */
  void write(Delivery delivery, @Nullable Trace trace, Runnable written);
}
