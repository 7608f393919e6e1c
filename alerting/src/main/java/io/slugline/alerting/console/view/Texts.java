package io.slugline.alerting.console.view;

/** Texts cut to a length, for what is held and what is shown. */
public final class Texts {
  private Texts() {}

  /** The text, or its beginning and an ellipsis; never half a surrogate pair. */
  public static String atMost(int units, String text) {
    if (text.length() <= units) return text;
    int end = Character.isHighSurrogate(text.charAt(units - 1)) ? units - 1 : units;
    return text.substring(0, end) + "…";
  }

  /** A number of things: {@code 1 article}, {@code 2 articles}. */
  public static String counted(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
