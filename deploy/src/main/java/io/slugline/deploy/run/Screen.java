package io.slugline.deploy.run;

import java.io.PrintWriter;
import java.time.Duration;

/** Results on standard output; how it goes on one line of the terminal, if there is one. */
public final class Screen {
  private static final String CLEAR = "\r\033[K";
  private static final Duration SAY_EVERY = Duration.ofSeconds(10);

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;
  private long saidAt = System.nanoTime() - SAY_EVERY.toNanos();

  public Screen(PrintWriter out, PrintWriter err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  public boolean isTerminal() {
    return terminal;
  }

  public synchronized void result(String lines) {
    clear();
    out.println(lines);
    out.flush();
  }

  public synchronized void say(String line) {
    clear();
    err.println(line);
    err.flush();
  }

  /** Overwritten by the next one. */
  public synchronized void progress(String line) {
    if (!terminal) return;
    err.print(CLEAR + line);
    err.flush();
  }

  /** Progress for those too who have no terminal: a line now and then. */
  public synchronized void going(String line) {
    progress(line);
    if (terminal || System.nanoTime() - saidAt < SAY_EVERY.toNanos()) return;
    saidAt = System.nanoTime();
    say(line);
  }

  private void clear() {
    if (!terminal) return;
    err.print(CLEAR);
    err.flush();
  }
}
