package io.slugline.enrich.text;

import io.slugline.contract.Cut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads a page, or a fragment of one: finds its article, its title and what it says of itself. */
final class HtmlReader {
  private static final String RULE = "page-boilerplate/1";
  private static final Pattern OPEN_TITLE =
      Pattern.compile("<title[^>]*>", Pattern.CASE_INSENSITIVE);

  private final MainText mainText;

  HtmlReader(MainText mainText) {
    this.mainText = mainText;
  }

  /** A whole page: most of it is not the article. */
  Draft page(Traced source, @Nullable String address) {
    Document page = parse(source);
    List<Block> blocks = Blocks.of(page.body(), new Markup(source));
    if (!blocks.isEmpty()) return page(page, source, blocks, address);
    Traced closed = withTitleClosed(source);
    Document again = parse(closed);
    return page(again, closed, Blocks.of(again.body(), new Markup(closed)), address);
  }

  private Draft page(Document page, Traced source, List<Block> blocks, @Nullable String address) {
    Markup markup = new Markup(source);

    PageFacts facts = new PageFacts(page, markup);
    Traced title = facts.title(blocks);
    boolean[] chosen = mainText.choose(blocks, title, facts.claimedText());
    return draft(blocks, chosen, standing(blocks, chosen, title), facts.facts(address));
  }

  // A title without an end takes the whole page with it: it ends where the next tag begins.
  private static Traced withTitleClosed(Traced source) {
    Matcher open = OPEN_TITLE.matcher(source);
    if (!open.find()) return source;
    int end = open.end();
    while (end < source.length() && source.charAt(end) != '<') end++;
    if (end == source.length()) return source;
    return new Traced.Builder()
        .add(source.subSequence(0, end))
        .add("</title>", source.start(end), source.start(end))
        .add(source.subSequence(end, source.length()))
        .build();
  }

  // A page's own title that stands nowhere in its text may be no more than the outlet's name; a
  // headline above the first paragraph is better.
  private static @Nullable Traced standing(
      List<Block> blocks, boolean[] chosen, @Nullable Traced title) {
    int near = -1;
    for (int i = 0; i < chosen.length; i++) {
      Line line = Line.of(blocks.get(i).text(), i);
      if (title != null && line.text().rawStart() == title.rawStart()) return title;
      if (chosen[i] && near < 0 && line.isHeadline()) near = i;
      if (chosen[i] && line.isParagraph()) break;
    }
    return near < 0 ? title : blocks.get(near).text();
  }

  /** A piece of markup that is the article and nothing else. */
  Draft fragment(Traced source) {
    Document page = parse(source);
    List<Block> blocks = Blocks.of(page.body(), new Markup(source));
    boolean[] all = new boolean[blocks.size()];
    Arrays.fill(all, true);
    return draft(blocks, all, null, Facts.NONE);
  }

  static Document parse(Traced source) {
    return Parser.htmlParser().setTrackPosition(true).parseInput(source.toString(), "");
  }

  static Draft draft(List<Block> blocks, boolean[] chosen, @Nullable Traced title, Facts facts) {
    List<Line> lines = new ArrayList<>();
    List<Cut> cuts = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      Traced text = blocks.get(i).text();
      boolean isTitle = title != null && title.rawStart() == text.rawStart();
      if (chosen[i] && !isTitle) lines.add(Line.of(text, lines.size()));
      else if (!isTitle) cuts.add(new Cut(RULE, text.rawStart(), text.rawEnd()));
    }
    return new Draft(title, lines, cuts, facts);
  }
}
