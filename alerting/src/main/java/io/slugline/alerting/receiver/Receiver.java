package io.slugline.alerting.receiver;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Clock;
import java.util.List;

/** A named destination in the configuration; {@code type} says which one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = LogReceiver.class, name = "log")})
public sealed interface Receiver permits LogReceiver {

  String name();

  /** Whether changes that interrupt nobody are sent as well. */
  boolean updates();

  /** Everything that is wrong with it, as {@code key: what}; empty when it may be used. */
  List<String> problems();

  Notifier notifier(Clock clock);
}
