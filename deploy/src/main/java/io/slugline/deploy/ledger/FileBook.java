package io.slugline.deploy.ledger;

import io.slugline.contract.LedgerEntry;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Each file's account, against its articles on {@code articles.raw}. Knows no Kafka. */
final class FileBook {
  private static final String RAW = Topics.ARTICLES_RAW.name();

  private final Map<String, LedgerEntry> accounts = new TreeMap<>();
  private final Map<String, Integer> found = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final List<Gap> twice = new ArrayList<>();

  void account(String key, @Nullable LedgerEntry entry) {
    if (entry == null) accounts.remove(key);
    else accounts.put(key, entry);
  }

  /** One that lies on the topic as ingest published it; not one that was sent back. */
  void published(RawArticle article) {
    String id = article.id();
    String file = id.substring(0, Math.max(0, id.lastIndexOf('-')));
    if (!ids.add(id + " " + article.inbox())) {
      twice.add(new Gap(RAW, id, 1, "lies there twice"));
    } else {
      found.merge(file + " " + article.inbox(), 1, Integer::sum);
    }
  }

  Collection<LedgerEntry> accounts() {
    return accounts.values();
  }

  /**
   * Where the sums do not hold.
   *
   * @param kept what arrived later is still on the topic; of what arrived before, some may have
   *     gone with the topic's retention, and is not asked for
   */
  List<Gap> gaps(Instant kept) {
    List<Gap> gaps = new ArrayList<>(twice);
    Map<String, Integer> unaccounted = new HashMap<>(found);
    for (LedgerEntry entry : accounts.values()) {
      if (entry.state() == LedgerEntry.State.REPEAT) continue;
      String key = entry.file() + " " + entry.inbox();
      int there = unaccounted.getOrDefault(key, 0);
      unaccounted.remove(key);
      int difference = entry.published() - there;
      if (difference == 0 || (difference > 0 && !entry.arrivedAt().isAfter(kept))) continue;
      String what = "published " + entry.published() + ", of which " + there + " are there";
      gaps.add(new Gap(RAW, entry.path(), Math.abs(difference), what));
    }
    unaccounted.forEach(
        (file, articles) -> gaps.add(new Gap("ledger", file, articles, "no account of this file")));
    return gaps;
  }
}
