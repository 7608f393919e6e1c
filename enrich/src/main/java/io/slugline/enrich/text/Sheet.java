package io.slugline.enrich.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one article and what has been decided about each: cut as a whole, cut at its head,
 * taken as the title, or kept. The first decision stands.
 */
final class Sheet {
  private final List<Line> lines;
  private final @Nullable String[] cutBy;
  private final int[] head;
  private final @Nullable String[] headCutBy;
  private int title = -1;

  Sheet(List<Line> lines) {
    this.lines = lines;
    this.cutBy = new String[lines.size()];
    this.head = new int[lines.size()];
    this.headCutBy = new String[lines.size()];
  }

  int size() {
    return lines.size();
  }

  Line line(int at) {
    return lines.get(at);
  }

  void cut(int at, String rule) {
    if (cutBy[at] == null && at != title) cutBy[at] = rule;
  }

  void cut(int from, int to, String rule) {
    for (int at = from; at < to; at++) cut(at, rule);
  }

  /** Takes back a cut. */
  void keep(int at) {
    cutBy[at] = null;
  }

  boolean isCut(int at) {
    return cutBy[at] != null;
  }

  /** In the body: neither cut nor the title. */
  boolean isKept(int at) {
    return cutBy[at] == null && at != title;
  }

  /** Nothing is left but the title. */
  boolean isBare() {
    for (int at = 0; at < size(); at++) if (isKept(at)) return false;
    return true;
  }

  @Nullable String cutBy(int at) {
    return cutBy[at];
  }

  /** Cuts the first units of a line, more than were cut before. */
  void cutHead(int at, int units, String rule) {
    if (units <= head[at]) return;
    head[at] = units;
    headCutBy[at] = rule;
  }

  int head(int at) {
    return head[at];
  }

  @Nullable String headCutBy(int at) {
    return headCutBy[at];
  }

  /** What is left of a line behind the units that were cut from its head. */
  Traced rest(int at) {
    Traced text = line(at).text();
    return text.subSequence(Math.min(head[at], text.length()), text.length());
  }

  void title(int at) {
    title = at;
  }

  /** The line that is the title; -1 when there is none. */
  int title() {
    return title;
  }

  /** The first line of running text that is kept; the number of lines when there is none. */
  int firstParagraph() {
    for (int at = 0; at < size(); at++) if (isKept(at) && line(at).isParagraph()) return at;
    return size();
  }

  /** The last line of running text that is kept; -1 when there is none. */
  int lastParagraph() {
    for (int at = size() - 1; at >= 0; at--) if (isKept(at) && line(at).isParagraph()) return at;
    return -1;
  }
}
