package io.slugline.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The account of one file: {@code articles = published + rejected}. Keyed by {@code file} and
 * {@code inbox}, a repeat by {@code path} too.
 *
 * @param file content hash of the file, SHA-256 in hex
 * @param inbox id of the inbox
 * @param path path in the inbox
 * @param bytes size of the file
 * @param state how far it has come
 * @param articles how many were found in it so far
 * @param published how many of them are on {@code articles.raw}
 * @param rejected how many of them are not, each with a rejection
 * @param rejections at most 100 of them, with their place in the file
 * @param reason why the whole file was rejected
 * @param repeatOf path of the file that had the same bytes first
 */
public record LedgerEntry(
    String file,
    String inbox,
    String path,
    long bytes,
    State state,
    int articles,
    int published,
    int rejected,
    List<Rejection> rejections,
    @Nullable String reason,
    @Nullable String repeatOf,
    Instant arrivedAt,
    @Nullable Instant settledAt) {

  public LedgerEntry {
    if (articles != published + rejected) {
      throw new IllegalArgumentException(
          "ledger of "
              + path
              + ": "
              + articles
              + " articles, but "
              + published
              + " published and "
              + rejected
              + " rejected");
    }
    rejections = List.copyOf(rejections);
  }

  /**
   * Key on the ledger: the content hash and the inbox, since two inboxes may get the same file at
   * once and each takes up its own after a crash; a repeat has its path behind it, and so never
   * hides the first.
   */
  String key() {
    String first = file + " " + inbox;
    return state == State.REPEAT ? first + " " + path : first;
  }

  Instant changedAt() {
    return settledAt == null ? arrivedAt : settledAt;
  }

  /** How far ingest has come with a file. */
  public enum State {
    READING,
    DONE,
    REJECTED,
    REPEAT;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One article of a file that was not published. */
  public record Rejection(int index, String reason) {}
}
