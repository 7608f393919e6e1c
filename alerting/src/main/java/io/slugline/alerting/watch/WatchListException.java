package io.slugline.alerting.watch;

import java.util.List;
import java.util.stream.Collectors;

/** A watch list cannot be loaded: every reason, each with its place. */
public final class WatchListException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final transient List<Problem> problems;

  WatchListException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
