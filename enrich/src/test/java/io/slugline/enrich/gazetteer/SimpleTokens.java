package io.slugline.enrich.gazetteer;

import io.slugline.enrich.token.Tokens;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tokens by white space, all in one sentence: enough where sentences do not matter. */
public final class SimpleTokens {
  private static final Pattern WORD = Pattern.compile("\\S+");

  private SimpleTokens() {}

  public static Tokens of(String text) {
    int[] starts = WORD.matcher(text).results().mapToInt(MatchResult::start).toArray();
    int[] ends = WORD.matcher(text).results().mapToInt(MatchResult::end).toArray();
    return new Tokens(text, starts, ends, new int[] {0});
  }
}
