package io.slugline.deploy.receiver;

import io.slugline.alerting.receiver.Attempt;
import io.slugline.alerting.receiver.Notification;
import io.slugline.alerting.receiver.Receiver;
import io.slugline.deploy.command.ConfigOption;
import io.slugline.deploy.command.ExitCode;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slugline receiver}: whether a receiver of the configuration can be told something. */
@Command(
    name = "receiver",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "test",
    description = "Tries a receiver of the configuration.")
public final class ReceiverCommand {
  @Spec private CommandSpec spec;

  @Command(
      mixinStandardHelpOptions = true,
      description = "Sends a marked test notification. 1 when the receiver does not take it.")
  int test(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "NAME", description = "of the receiver") String name)
      throws Exception {
    Receiver receiver = named(name, config.read().alerting().receivers());
    Clock clock = Clock.systemUTC();
    Attempt attempt = receiver.notifier(clock).send(Notification.test(name, clock.instant()));
    if (attempt instanceof Attempt.Delivered) {
      spec.commandLine().getOut().println(name + ": delivered");
      return ExitCode.DONE;
    }
    spec.commandLine().getOut().println(name + ": " + reason(attempt));
    return ExitCode.NO;
  }

  private static String reason(Attempt attempt) {
    if (attempt instanceof Attempt.Refused refused) return "refused, " + refused.reason();
    if (attempt instanceof Attempt.RetryLater later) return "not now, " + later.reason();
    return attempt.toString();
  }

  private Receiver named(String name, List<Receiver> receivers) {
    return receivers.stream()
        .filter(receiver -> receiver.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "no receiver '"
                        + name
                        + "': one of "
                        + receivers.stream().map(Receiver::name).toList()));
  }
}
