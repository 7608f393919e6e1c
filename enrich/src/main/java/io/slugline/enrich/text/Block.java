package io.slugline.enrich.text;

import org.jsoup.nodes.Element;

/**
 * One piece of a page's text between two borders of blocks.
 *
 * @param text folded
 * @param linked how many of its units stand in links
 * @param holder the element that the text stands in
 */
record Block(Traced text, int linked, Element holder) {

  int length() {
    return text.length();
  }

  int words() {
    int words = 1;
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) == ' ') words++;
    return words;
  }

  double linkDensity() {
    return length() == 0 ? 0 : Math.min(1.0, (double) linked / length());
  }

  boolean isHeading() {
    String tag = holder.normalName();
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
  }
}
