package io.slugline.ingest;

import io.slugline.contract.LedgerEntry;
import io.slugline.contract.LedgerEntry.State;
import java.util.stream.Collectors;

/** Says in words what was wrong with a file or with articles in it; empty when nothing was. */
final class Reasons {
  private Reasons() {}

  static String of(LedgerEntry entry) {
    if (entry.state() == State.REPEAT) return "";
    String whole = entry.reason() == null ? "" : entry.reason();
    if (entry.rejected() == 0) return whole;
    String count =
        entry.path() + ": " + entry.rejected() + " of " + entry.articles() + " articles rejected\n";
    String each =
        entry.rejections().stream()
            .map(r -> "  article " + r.index() + ": " + r.reason())
            .collect(Collectors.joining("\n"));
    return (whole.isEmpty() ? "" : whole + "\n") + count + each;
  }
}
