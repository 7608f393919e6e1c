package io.slugline.alerting.console.view;

import io.slugline.contract.LedgerEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The account of the files, from the ledger: articles = published + rejected. */
public final class Account {
  private static final int LATEST_REJECTIONS = 50;

  private final Map<String, LedgerEntry> files = new HashMap<>();
  private final List<Rejected> rejections = new ArrayList<>();

  void take(String key, LedgerEntry entry) {
    LedgerEntry before = files.put(key, slim(entry));
    if (before != null && before.rejected() == entry.rejected() && before.state() == entry.state())
      return;
    if (entry.state() == LedgerEntry.State.READING) return;
    if (entry.reason() != null) add(new Rejected(entry.path(), entry.reason()));
    entry
        .rejections()
        .forEach(one -> add(new Rejected(entry.path() + " #" + one.index(), one.reason())));
  }

  Sums sums() {
    int repeats = 0;
    int refused = 0;
    long articles = 0;
    long published = 0;
    for (LedgerEntry entry : files.values()) {
      if (entry.state() == LedgerEntry.State.REPEAT) repeats++;
      if (entry.state() == LedgerEntry.State.REJECTED) refused++;
      articles += entry.articles();
      published += entry.published();
    }
    return new Sums(
        files.size(),
        repeats,
        refused,
        articles,
        published,
        articles - published,
        List.copyOf(rejections));
  }

  private void add(Rejected rejected) {
    rejections.add(0, rejected);
    if (rejections.size() > LATEST_REJECTIONS) rejections.remove(rejections.size() - 1);
  }

  private static LedgerEntry slim(LedgerEntry entry) {
    return new LedgerEntry(
        "",
        "",
        "",
        entry.bytes(),
        entry.state(),
        entry.articles(),
        entry.published(),
        entry.rejected(),
        List.of(),
        null,
        null,
        entry.arrivedAt(),
        null);
  }

  /** One file or article that was not taken. */
  public record Rejected(String what, String reason) {}

  /** Files, and the articles in them. */
  public record Sums(
      int files,
      int repeats,
      int refused,
      long articles,
      long published,
      long rejected,
      List<Rejected> latest) {}
}
