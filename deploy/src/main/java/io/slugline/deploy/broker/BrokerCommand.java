package io.slugline.deploy.broker;

import io.slugline.deploy.command.ExitCode;
import io.slugline.deploy.command.WallClock;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code slugline broker}: the embedded broker alone. */
@Command(
    name = "broker",
    mixinStandardHelpOptions = true,
    description = "Runs the embedded broker alone, for trying several stages by hand.")
public final class BrokerCommand implements Callable<Integer> {
  private static final long LOOK_EVERY_MILLIS = 500;

  @Spec private CommandSpec spec;

  @Option(names = "--data", defaultValue = "data", paramLabel = "DIR", description = "its folder")
  private Path data = Path.of("data");

  @Option(names = "--port", defaultValue = "9092", paramLabel = "N", description = "0: a free one")
  private int port;

  @Override
  public Integer call() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), port)) {
      Thread stopper = new Thread(() -> stop(broker), "stop");
      Runtime.getRuntime().addShutdownHook(stopper);
      spec.commandLine().getOut().println(broker.bootstrapServers());
      spec.commandLine().getOut().flush();
      WallClock clock = new WallClock();
      while (broker.problem().isEmpty()) {
        Thread.sleep(LOOK_EVERY_MILLIS);
        clock.endWhenPutBack(spec.commandLine().getErr());
      }
      spec.commandLine().getErr().println(broker.problem().orElse(""));
      return ExitCode.COULD_NOT;
    }
  }

  private static void stop(EmbeddedBroker broker) {
    try {
      broker.close();
    } catch (Exception e) {
      throw new IllegalStateException("the broker did not stop cleanly", e);
    }
  }
}
