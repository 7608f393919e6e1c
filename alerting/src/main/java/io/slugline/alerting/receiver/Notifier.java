package io.slugline.alerting.receiver;

import io.slugline.contract.Alert;
import java.util.List;

/** Speaks one protocol to one receiver. Called from one thread at a time. */
public interface Notifier {

  /** One attempt; blocks until it is known how it ended. */
  Attempt send(Notification notification);

  /**
   * Says again what still fires, to a receiver that forgets what it is not told again. Called every
   * minute or so; a failure is made good by the next call.
   */
  default void refresh(List<Alert> firing) {}
}
