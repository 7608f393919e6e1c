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

  /** Share of the processor's time; a line that runs for a day spends none. */
  private static final double COMPILER_RESTS = .05;

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

  /** One round of what is to be timed. */
  interface Round {
    Taken run(int number) throws Exception;
  }

  /** Runs rounds until the compiler works little in one, and gives the last one's time. */
  static Taken untilTheCompilerRests(int roundsAtMost, Round round) throws Exception {
    Taken taken = round.run(0);
    for (int i = 1; i < roundsAtMost && taken.compilerShare() > COMPILER_RESTS; i++) {
      taken = round.run(i);
    }
    return taken;
  }
}
