package io.slugline.deploy;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command of ours answers, run in this process. */
public record CommandAnswer(int code, String out, String err) {

  public static CommandAnswer of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Slugline.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new CommandAnswer(code, out.toString(), err.toString());
  }

  /** The last line of what it printed. */
  public String lastLine() {
    return out.lines().reduce((before, last) -> last).orElse("");
  }
}
