package io.slugline.deploy.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Wall time, and this process's processor time and compiler's time, since it was started. */
final class Stopwatch {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  private final long wall = System.nanoTime();
  private final long cpu = PROCESS.getProcessCpuTime();
  private final long compiling = COMPILER.getTotalCompilationTime();

  /**
   * How long something took.
   *
   * @param compiling what of it the JIT compiler worked, by the wall
   */
  record Taken(Duration wall, Duration cpu, Duration compiling) {

    double perSecond(int things) {
      return things / (wall.toNanos() / 1e9);
    }

    double cpuMicrosEach(int things) {
      return cpu.toNanos() / 1e3 / things;
    }

    /** Share of the processor time that the compiler worked; 0 when it rests. */
    double compilerShare() {
      return (double) compiling.toNanos() / cpu.toNanos();
    }
  }

  Taken stop() {
    return new Taken(
        Duration.ofNanos(System.nanoTime() - wall),
        Duration.ofNanos(PROCESS.getProcessCpuTime() - cpu),
        Duration.ofMillis(COMPILER.getTotalCompilationTime() - compiling));
  }
}
