package io.slugline.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One watch on one story: its whole state after a change. Keyed by {@code alert}.
 *
 * @param alert the alert's id, its fingerprint: made from watch and story
 * @param version counted from 1 with each change of this alert
 * @param change what happened
 * @param page whether this change asks for people to be interrupted
 * @param pages how often the topology has asked for a page so far; 0 for a shadow watch
 * @param shadow the watch records only
 * @param articles ids of the story's articles in order of arrival, the latest 200 at most
 * @param articleCount how many there are in all
 * @param outlets how many sources
 * @param copies how many copy groups
 * @param headline title of the story's lead article
 * @param evidence of each article that matched, the latest 50 articles at most
 * @param firedAt arrival of the first match
 * @param changedAt arrival of the article, or time of the action or tick, that caused this change
 * @param backfill the articles came late on purpose: nobody is notified
 * @param firstSeverity what the severity was when it first fired
 * @param sources who published the articles in {@code evidence}, in order of arrival
 * @param reason why there is a change, in words: {@code first match}
 */
public record Alert(
    String alert,
    int version,
    Change change,
    boolean page,
    String watch,
    String watchTitle,
    int watchVersion,
    String story,
    State state,
    Severity severity,
    String receiver,
    int pages,
    boolean shadow,
    @Nullable Acknowledgement ack,
    @Nullable String silence,
    List<String> articles,
    int articleCount,
    int outlets,
    int copies,
    String headline,
    @Nullable String place,
    List<Evidence> evidence,
    Instant firedAt,
    Instant changedAt,
    boolean backfill,
    Severity firstSeverity,
    List<String> sources,
    String reason) {

  /** In the place of a watch: the alert is about a source that has fallen silent. */
  public static final String SILENT_SOURCE = "slugline:silent-source";

  public Alert {
    articles = List.copyOf(articles);
    sources = List.copyOf(sources);
    evidence = List.copyOf(evidence);
  }

  /** Whether it still has news. */
  public enum State {
    FIRING,
    RESOLVED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What happened to the alert. */
  public enum Change {
    OPENED,
    UPDATED,
    ESCALATED,
    REOPENED,
    MERGED,
    SPLIT,
    ACKNOWLEDGED,
    RETRACTED,
    SUPERSEDED,
    RESOLVED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A person has taken it. */
  public record Acknowledgement(String by, @Nullable String note, @Nullable Instant until) {}
}
