package io.slugline.enrich.text;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an article beside its text.
 *
 * @param source outlet
 * @param url canonical address
 * @param languageHint as claimed: {@code en-GB}
 */
record Facts(
    @Nullable String source,
    @Nullable String url,
    @Nullable String author,
    @Nullable Instant publishedAt,
    @Nullable String languageHint) {
  static final Facts NONE = new Facts(null, null, null, null, null);

  /** What these do not know is taken from others. */
  Facts or(Facts others) {
    return new Facts(
        source != null ? source : others.source,
        url != null ? url : others.url,
        author != null ? author : others.author,
        publishedAt != null ? publishedAt : others.publishedAt,
        languageHint != null ? languageHint : others.languageHint);
  }

  /** Folded text; null when there is none. */
  static @Nullable String text(@Nullable CharSequence written) {
    if (written == null) return null;
    String text = written.toString().replaceAll("\\s+", " ").strip();
    return text.isEmpty() || text.length() > 500 ? null : text;
  }
}
