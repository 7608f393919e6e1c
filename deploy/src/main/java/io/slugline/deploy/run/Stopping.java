package io.slugline.deploy.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets the main thread put everything away when the process is told to stop. */
public final class Stopping {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);

  private Stopping() {}

  /** For what is not told by a signal; {@link #ask} tells it. */
  public static Stopping whenAsked() {
    return new Stopping();
  }

  /** The process is to stop. */
  public void ask() {
    asked.countDown();
  }

  /** The same for the whole process; to be called once. */
  public static Stopping onSignal() {
    Stopping stopping = new Stopping();
    Runtime.getRuntime().addShutdownHook(new Thread(stopping::askAndWait, "stop"));
    return stopping;
  }

  /** Waits that long; true when the process is to stop. */
  public boolean within(Duration time) throws InterruptedException {
    return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Everything is put away. */
  public void finished() {
    finished.countDown();
  }

  private void askAndWait() {
    ask();
    try {
      finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
