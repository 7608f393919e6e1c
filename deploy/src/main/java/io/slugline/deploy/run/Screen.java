package io.slugline.deploy.run;

import java.io.PrintWriter;

/** Results on standard output; how it goes on one line of the terminal, if there is one. */
final class Screen {
  private static final String CLEAR = "\r\033[K";

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;

  Screen(PrintWriter out, PrintWriter err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  boolean isTerminal() {
    return terminal;
  }

  synchronized void result(String lines) {
    clear();
    out.println(lines);
    out.flush();
  }

  synchronized void say(String line) {
    clear();
    err.println(line);
    err.flush();
  }

  /** Overwritten by the next one. */
  synchronized void progress(String line) {
    if (!terminal) return;
    err.print(CLEAR + line);
    err.flush();
  }

  private void clear() {
    if (!terminal) return;
    err.print(CLEAR);
    err.flush();
  }
}
