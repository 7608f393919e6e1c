package io.slugline.alerting.console;

import java.util.function.Supplier;

/** A page beside the console's own that is read without anyone being asked who they are. */
public record OpenPage(String path, Supplier<Answer> answer) {

  /** What it says. */
  public record Answer(int code, String type, String body) {}
}
