package io.slugline.alerting.console.topic;

import io.slugline.contract.Action;
import io.slugline.contract.Watch;

/** What people order, as records: the console changes nothing by itself. */
public interface Orders {

  /** Returns once the record is safe. */
  void write(Action action);

  /** Puts a watch in the place of the one with its id. */
  void write(Watch watch);

  /** Takes a watch out of force. */
  void removeWatch(String id);
}
