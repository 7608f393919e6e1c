package io.slugline.alerting;

import io.slugline.alerting.console.ConsoleConfig;
import io.slugline.alerting.receiver.LogReceiver;
import io.slugline.alerting.receiver.Receiver;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How alerts live and where they go.
 *
 * @param receivers every destination that a watch may name
 * @param fallback name of the receiver for alerts whose watch names one that does not exist
 * @param quietAfter an alert without a new match for so long resolves
 * @param pageWithin a page that could not be sent for longer goes into a catch-up summary
 * @param groupWait how long a page waits for other watches' pages on the same story, to be told
 *     together with them
 * @param heartbeat name of the receiver that is told each minute that all is well; empty for none
 * @param allowedHosts the only hosts that receivers may be on; empty for any
 * @param threads that match articles and keep alerts in this process
 * @param instance name of this process among those of the stage; a stable one is back to work
 *     quickly after a crash
 * @param console who may use the console
 */
public record AlertConfig(
    List<Receiver> receivers,
    String fallback,
    Duration quietAfter,
    Duration pageWithin,
    Duration groupWait,
    String heartbeat,
    List<String> allowedHosts,
    int threads,
    String instance,
    ConsoleConfig console) {
  private static final String LOG = "log";

  public AlertConfig {
    receivers = receivers == null ? List.of(new LogReceiver(LOG)) : List.copyOf(receivers);
    fallback = fallback == null ? LOG : fallback;
    quietAfter = quietAfter == null ? Duration.ofHours(12) : quietAfter;
    pageWithin = pageWithin == null ? Duration.ofHours(1) : pageWithin;
    groupWait = groupWait == null ? Duration.ofSeconds(2) : groupWait;
    heartbeat = heartbeat == null ? "" : heartbeat;
    allowedHosts = allowedHosts == null ? List.of() : List.copyOf(allowedHosts);
    threads = threads == 0 ? 1 : threads;
    instance = instance == null ? "1" : instance;
    console = console == null ? ConsoleConfig.standard() : console;

    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Receiver receiver : receivers) {
      if (receiver.name() == null || receiver.name().isBlank()) {
        problems.add(
            "receivers: one of type " + receiver.getClass().getSimpleName() + " has no name");
        continue;
      }
      String place = "receivers." + receiver.name();
      if (!names.add(receiver.name())) problems.add(place + ": this name appears twice");
      receiver.problems().forEach(problem -> problems.add(place + "." + problem));
      URI address = receiver.problems().isEmpty() ? receiver.address() : null;
      if (address != null && !allowedHosts.isEmpty() && !allowedHosts.contains(address.getHost())) {
        problems.add(place + ": host " + address.getHost() + " is not in allowedHosts");
      }
    }
    if (!names.contains(fallback)) problems.add("fallback: no receiver named '" + fallback + "'");
    if (!heartbeat.isEmpty() && !names.contains(heartbeat)) {
      problems.add("heartbeat: no receiver named '" + heartbeat + "'");
    }
    if (groupWait.isNegative()) problems.add("groupWait: must not be negative");
    if (!isPositive(quietAfter)) problems.add("quietAfter: must be longer than nothing");
    if (!isPositive(pageWithin)) problems.add("pageWithin: must be longer than nothing");
    if (threads < 1) problems.add("threads: must be 1 or more");
    if (instance.isBlank()) problems.add("instance: must not be empty");
    if (!problems.isEmpty()) throw new IllegalArgumentException(String.join("\n", problems));
  }

  /** Every alert to the log, and the settings that are right for most. */
  @SuppressWarnings("NullAway") // what is not given takes its default
  public static AlertConfig standard() {
    return new AlertConfig(null, null, null, null, null, null, null, 0, null, null);
  }

  /** The same, but that all goes to the log. */
  @SuppressWarnings("NullAway") // what is not given takes its default
  public AlertConfig withoutReceivers() {
    return new AlertConfig(
        null,
        null,
        quietAfter,
        pageWithin,
        groupWait,
        null,
        allowedHosts,
        threads,
        instance,
        console);
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }
}
