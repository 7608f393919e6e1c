package io.slugline.enrich.story;

import io.slugline.contract.StoryChange;
import io.slugline.contract.StorySnapshot;
import java.util.HashMap;
import java.util.Map;

/**
 * Rebuilds which story each article stands in as {@link StoryChange} says, of what is left when
 * {@code stories} has been compacted to the latest record of each story.
 */
final class LateReader {
  private final Map<String, Claim> own = new HashMap<>();
  private final Map<String, StoryChange> latest = new HashMap<>();
  private final Map<String, Claim> ended = new HashMap<>();

  private record Claim(String story, long sequence) {
    Claim or(Claim other) {
      return other.sequence > sequence ? other : this;
    }
  }

  void article(String id, StorySnapshot story, long sequence) {
    own.put(id, new Claim(story.id(), sequence));
    ends(story, sequence);
  }

  void compacted(StoryChange change) {
    latest.put(change.story(), change);
  }

  private void ends(StorySnapshot story, long sequence) {
    for (String id : story.mergedFrom()) {
      ended.merge(id, new Claim(story.id(), sequence), Claim::or);
    }
  }

  Map<String, String> state() {
    Map<String, Claim> claims = new HashMap<>(own);
    for (StoryChange change : latest.values()) {
      Claim claim = new Claim(change.story(), change.sequence());
      change.claimed().forEach(article -> claims.merge(article, claim, Claim::or));
      if (change.now() != null) ends(change.now(), change.sequence());
      if (change.kind() == StoryChange.Kind.CLOSED) {
        change.others().forEach(id -> ended.merge(id, claim, Claim::or));
      }
    }
    Map<String, String> state = new HashMap<>();
    claims.forEach(
        (article, claim) -> {
          Claim last = followed(claim);
          if (!closed(last)) state.put(article, last.story());
        });
    return state;
  }

  private Claim followed(Claim claim) {
    Claim next = ended.get(claim.story());
    if (next == null || next.sequence() < claim.sequence()) return claim;
    return next.story().equals(claim.story()) ? claim : followed(next);
  }

  private boolean closed(Claim claim) {
    StoryChange change = latest.get(claim.story());
    return change != null
        && change.kind() == StoryChange.Kind.CLOSED
        && change.sequence() >= claim.sequence();
  }
}
