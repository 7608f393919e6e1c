package io.slugline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What a command of ours answered. */
public record Said(int code, String out, String err) {

  /** Runs it in this process. */
  public static Said by(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Slugline.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments.toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  /** The last line, which is JSON. */
  public JsonNode last() throws IOException {
    return Json.mapper().readTree(out.lines().reduce((first, last) -> last).orElse("{}"));
  }
}
