package io.slugline.deploy.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.alerting.dispatch.DispatchApp;
import io.slugline.contract.Cluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** A dispatcher in a process of its own, so that a test can kill it. */
record DispatchProcess(Process process) {

  /** Returns when it has its share of the alerts. */
  static DispatchProcess start(String bootstrapServers, Hooks.Ports ports) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                DispatchProcess.class.getName(),
                bootstrapServers,
                String.valueOf(ports.http()),
                String.valueOf(ports.mail()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("ready")) return new DispatchProcess(process);
    }
    throw new IOException("the dispatcher did not start");
  }

  /** As `kill -9` does: no word of warning. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public static void main(String[] arguments) throws InterruptedException {
    Cluster cluster = new Cluster(arguments[0], "", Map.of());
    Hooks.Ports ports =
        new Hooks.Ports(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    DispatchApp app =
        DispatchApp.start(
            cluster, Hooks.config(ports, "2"), new SimpleMeterRegistry(), Clock.systemUTC());
    while (!app.ready()) Thread.sleep(50);
    System.out.println("ready");
    Thread.currentThread().join();
  }
}
