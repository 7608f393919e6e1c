package io.slugline.enrich.language;

/**
 * Which scripts a text is written in.
 *
 * @param main the script of most letters; {@code COMMON} without letters
 * @param letters how many letters it has in all
 */
record Scripts(Character.UnicodeScript main, int letters, boolean hasKana) {
  private static final Character.UnicodeScript[] ALL = Character.UnicodeScript.values();
  private static final int LATIN = Character.UnicodeScript.LATIN.ordinal();
  private static final int END_OF_LATIN = 0x250;

  static Scripts of(String text) {
    int[] counts = new int[ALL.length];
    int letters = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (!Character.isLetter(point)) continue;
      letters++;
      counts[point < END_OF_LATIN ? LATIN : Character.UnicodeScript.of(point).ordinal()]++;
    }
    return new Scripts(most(counts), letters, hasKana(counts));
  }

  private static Character.UnicodeScript most(int[] counts) {
    int most = Character.UnicodeScript.COMMON.ordinal();
    for (int script = 0; script < counts.length; script++) {
      if (counts[script] > counts[most]) most = script;
    }
    return ALL[most];
  }

  private static boolean hasKana(int[] counts) {
    return counts[Character.UnicodeScript.HIRAGANA.ordinal()] > 0
        || counts[Character.UnicodeScript.KATAKANA.ordinal()] > 0;
  }
}
