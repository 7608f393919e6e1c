package io.slugline.deploy.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Wall time and this process's processor time since it was started. */
final class Stopwatch {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final long wall = System.nanoTime();
  private final long cpu = PROCESS.getProcessCpuTime();

  /** How long something took. */
  record Taken(Duration wall, Duration cpu) {

    double perSecond(int things) {
      return things / (wall.toNanos() / 1e9);
    }

    double cpuMicrosEach(int things) {
      return cpu.toNanos() / 1e3 / things;
    }
  }

  Taken stop() {
    return new Taken(
        Duration.ofNanos(System.nanoTime() - wall),
        Duration.ofNanos(PROCESS.getProcessCpuTime() - cpu));
  }
}
