package io.slugline.enrich.text;

import io.slugline.contract.Cut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the clean text together from a draft and what was decided about its lines. */
final class Assembly {
  private static final int MOST_LINES = 300;
  private static final int LONGEST_LINE = 300;

  private final Draft draft;
  private final Sheet sheet;

  Assembly(Draft draft, Sheet sheet) {
    this.draft = draft;
    this.sheet = sheet;
  }

  /**
   * @param memory version of what was learned of its source; 0 for none
   */
  CleanText put(Facts outer, int memory) {
    Lead lead = lead();
    Facts facts = draft.facts().or(outer);
    Traced title = title();
    Traced body = body();
    if (title.length() == 0 && body.length() == 0) {
      throw new UnreadableArticle("nothing is left of an article of " + sheet.size() + " lines");
    }
    Instant date = facts.publishedAt();
    if (date == null && lead != null) date = lead.date();
    return new CleanText(
        title.toString(),
        title.map(),
        body.toString(),
        body.map(),
        cuts(),
        facts.source(),
        facts.url(),
        facts.author() != null ? facts.author() : author(),
        date != null ? date : dateLine(),
        lead == null ? null : lead.place(),
        facts.languageHint(),
        memory,
        lines());
  }

  private @Nullable Lead lead() {
    for (int at = 0; at < sheet.size(); at++) {
      if (!sheet.isKept(at)) continue;
      Lead lead = Lead.of(sheet.line(at).text());
      if (lead != null && lead.units() < sheet.line(at).text().length()) {
        sheet.cutHead(at, lead.units(), lead.rule());
        return lead;
      }
      if (sheet.line(at).isParagraph()) return null;
    }
    return null;
  }

  private Traced title() {
    if (draft.title() != null) return Folding.blanks(draft.title());
    return sheet.title() < 0 ? Traced.EMPTY : Folding.blanks(sheet.line(sheet.title()).text());
  }

  private Traced body() {
    Traced.Builder body = new Traced.Builder();
    for (int at = 0; at < sheet.size(); at++) {
      if (!sheet.isKept(at)) continue;
      Traced text = Folding.blanks(sheet.rest(at));
      if (text.length() == 0) continue;
      if (body.length() > 0) body.add('\n', body.rawEnd(), body.rawEnd());
      body.add(text);
    }
    return body.build();
  }

  // Neighbours cut by the same rule are one cut.
  private List<Cut> cuts() {
    List<Cut> cuts = new ArrayList<>(draft.cuts());
    int at = 0;
    while (at < sheet.size()) {
      String rule = sheet.cutBy(at);
      int end = at + 1;
      if (rule == null) {
        String head = sheet.headCutBy(at);
        Traced text = sheet.line(at).text();
        if (head != null) cuts.add(new Cut(head, text.rawStart(), text.end(sheet.head(at) - 1)));
      } else {
        while (end < sheet.size() && rule.equals(sheet.cutBy(end)) && follows(end)) end++;
        cuts.add(
            new Cut(rule, sheet.line(at).text().rawStart(), sheet.line(end - 1).text().rawEnd()));
      }
      at = end;
    }
    cuts.sort(Comparator.comparingInt(Cut::rawStart));
    return cuts;
  }

  // In a page, what lies between two lines may be another's.
  private boolean follows(int at) {
    return draft.cuts().isEmpty()
        && sheet.line(at).text().rawStart() >= sheet.line(at - 1).text().rawEnd();
  }

  private @Nullable String author() {
    for (int at = 0; at < sheet.size(); at++) {
      String rule = sheet.cutBy(at);
      boolean byline = rule != null && rule.startsWith("byline/");
      if (byline && sheet.line(at).folded().startsWith("by "))
        return Bylines.author(sheet.line(at).text());
    }
    return null;
  }

  private @Nullable Instant dateLine() {
    for (int at = 0; at < sheet.size(); at++) {
      String rule = sheet.cutBy(at);
      if (rule == null || !rule.startsWith("date-line/")) continue;
      Instant date = Dates.within(sheet.line(at).text());
      if (date != null) return date;
    }
    return null;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < sheet.size(); at++) {
      boolean inside = at >= MOST_LINES && at < sheet.size() - MOST_LINES;
      if (!inside && sheet.line(at).length() <= LONGEST_LINE) lines.add(sheet.line(at).folded());
    }
    return lines;
  }
}
