package io.slugline.enrich.text;

import io.slugline.contract.Cut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads a page, or a fragment of one: finds its article, its title and what it says of itself. */
final class HtmlReader {
  private static final String RULE = "page-boilerplate/1";

  private final MainText mainText;

  HtmlReader(MainText mainText) {
    this.mainText = mainText;
  }

  /** A whole page: most of it is not the article. */
  Draft page(Traced source, @Nullable String address) {
    Document page = parse(source);
    Markup markup = new Markup(source);
    List<Block> blocks = Blocks.of(page.body(), markup);
    boolean[] chosen = mainText.choose(blocks);
    PageFacts facts = new PageFacts(page, markup);
    Traced title = facts.title(blocks);
    return draft(blocks, chosen, title, facts.facts(address));
  }

  /** A piece of markup that is the article and nothing else. */
  Draft fragment(Traced source) {
    Document page = parse(source);
    List<Block> blocks = Blocks.of(page.body(), new Markup(source));
    boolean[] all = new boolean[blocks.size()];
    Arrays.fill(all, true);
    return draft(blocks, all, null, Facts.NONE);
  }

  private static Document parse(Traced source) {
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
