package io.slugline.enrich.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each line of an article whether it belongs to the article. First what a line says by
 * itself, then what its neighbours say of it; whatever no rule knows goes to the line model.
 */
final class LineCleaner {
  static final String REPEATED = "source-repeats/1";

  private static final int TAIL = 8;
  private static final Pattern ROLE =
      Pattern.compile(
          "(?:.{0,40} )?(?:editor|reporter|correspondent|writer|columnist|journalist|contributor|producer|staff|bureau chief)(?:,? .{0,40})?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BIOGRAPHY =
      Pattern.compile(
          "(\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){1,4})(?:, .{1,80},)? (?:is|was|covers|writes|reports|works|has been|has worked|joined|teaches|hosts|served)\\b.{0,220}");
  private static final Pattern TRADE =
      Pattern.compile(
          "\\b(?:reporter|correspondent|editor|columnist|writer|writes|journalist|journalism|author|contributor|contributing|fellow|podcast|covers|covering|reports|freelance|producer|staff|host|blog|newsletter|book)\\b");

  private final LineRules rules;

  LineCleaner(LineRules rules) {
    this.rules = rules;
  }

  /**
   * @param title the title that is known from elsewhere; null when it has to be found
   * @param learned lines that the source repeats, folded
   */
  Sheet clean(List<Line> lines, @Nullable CharSequence title, Set<String> learned) {
    Sheet sheet = new Sheet(lines);
    byThemselves(sheet, learned);
    Tickers.cut(sheet);
    lists(sheet);
    Title.find(sheet, title);
    widgets(sheet);
    tail(sheet);
    return sheet;
  }

  private void byThemselves(Sheet sheet, Set<String> learned) {
    for (int at = 0; at < sheet.size(); at++) {
      Line line = sheet.line(at);
      String rule = learned.contains(line.folded()) ? REPEATED : rules.ruleFor(line);
      if (rule != null) sheet.cut(at, rule);
    }
  }

  // "Read also:" takes with it the headlines that follow.
  private static void lists(Sheet sheet) {
    for (int at = 0; at < sheet.size(); at++) {
      String rule = sheet.cutBy(at);
      if (rule == null || !rule.startsWith("read-also/")) continue;
      int next = at + 1;
      while (next < sheet.size() && isListed(sheet, at, next)) sheet.cut(next++, rule);
    }
  }

  private static boolean isListed(Sheet sheet, int header, int at) {
    Line line = sheet.line(at);
    if (sheet.isCut(at)) return true;
    if (line.isBullet()) return line.length() <= 200;
    boolean adjoins = line.group() == sheet.line(header).group();
    boolean colon = sheet.line(header).folded().endsWith(":");
    return adjoins && colon && line.isHeadline() && line.length() <= 140;
  }

  // Where blank lines part the paragraphs, lines that adjoin each other are one thing: if one of
  // them belongs to an author's box or another story's teaser, so do all.
  private static void widgets(Sheet sheet) {
    if (!isSpaced(sheet)) return;
    int from = 0;
    while (from < sheet.size()) {
      int to = from + 1;
      while (to < sheet.size() && sheet.line(to).group() == sheet.line(from).group()) to++;
      if (to - from > 1 && isWidget(sheet, from, to)) sheet.cut(from, to, "widget/1");
      from = to;
    }
  }

  private static boolean isSpaced(Sheet sheet) {
    if (sheet.size() == 0) return false;
    int groups = sheet.line(sheet.size() - 1).group() + 1;
    return groups >= 4 && groups * 2 >= sheet.size();
  }

  private static boolean isWidget(Sheet sheet, int from, int to) {
    if (!sheet.isCut(from) && !sheet.line(from).isHeadline()) return false;
    for (int at = from; at < to; at++) {
      String rule = sheet.cutBy(at);
      if (rule == null) continue;
      if (rule.startsWith("author-box/")
          || rule.startsWith("read-also/")
          || rule.startsWith("share-bar/")) return true;
    }
    return false;
  }

  private static void tail(Sheet sheet) {
    Set<String> names = new HashSet<>();
    for (int at = 0; at < sheet.size(); at++) {
      if (sheet.isCut(at) && sheet.line(at).words() <= 6) names.add(sheet.line(at).folded());
    }
    int from = Math.max(0, sheet.size() - TAIL);
    for (int at = sheet.size() - 1; at >= from; at--) {
      if (!sheet.isKept(at)) continue;
      Line line = sheet.line(at);
      String rule = biography(sheet, at, names);
      if (rule != null) sheet.cut(at, rule);
      else if (isRole(sheet, at)) sheet.cut(at, "byline/1");
    }
  }

  private static boolean isRole(Sheet sheet, int at) {
    Line line = sheet.line(at);
    return line.words() <= 6
        && !line.endsLikeASentence()
        && at > 0
        && sheet.isCut(at - 1)
        && ROLE.matcher(line.folded()).matches();
  }

  // Surer of whoever's name stands in a byline or a box than of someone met here first.
  private static @Nullable String biography(Sheet sheet, int at, Set<String> names) {
    String text = sheet.line(at).text().toString();
    Matcher biography = BIOGRAPHY.matcher(text);
    if (!biography.lookingAt()) return null;
    String name = biography.group(1);
    if (names.contains(name.toLowerCase(Locale.ROOT))) return "author-biography/1";
    boolean trade = TRADE.matcher(biography.group()).find();
    return trade && !isNamedBefore(sheet, at, name) ? "biography/1" : null;
  }

  // Who is spoken of in the article is no author of it.
  private static boolean isNamedBefore(Sheet sheet, int at, String name) {
    String last = name.substring(name.lastIndexOf(' ') + 1);
    for (int before = 0; before < at; before++) {
      if (sheet.isKept(before) && sheet.line(before).text().toString().contains(last)) return true;
    }
    return false;
  }
}
