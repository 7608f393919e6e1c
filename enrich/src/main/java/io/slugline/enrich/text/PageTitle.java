package io.slugline.enrich.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The title of a page's article, taken from where it stands in the page. */
final class PageTitle {
  private static final Pattern PARTING = Pattern.compile("\\s+[|»«·•–—:/-]+\\s+|\\s*\\|\\s*");
  private static final int FEWEST_WORDS = 3;

  private final Document page;
  private final Markup markup;

  PageTitle(Document page, Markup markup) {
    this.page = page;
    this.markup = markup;
  }

  @Nullable Traced find(List<Block> blocks, @Nullable String claimed) {
    Traced written = written();
    Traced heading = heading(blocks, claimed == null ? "" : claimed, written);
    if (heading != null) return heading;
    return written == null ? null : withoutOutlet(written);
  }

  // A heading that the page's title begins with, or ends with; the longest of them.
  private static @Nullable Traced heading(
      List<Block> blocks, String claimed, @Nullable Traced written) {
    String claim = ' ' + Folding.words(claimed) + ' ';
    String title = written == null ? " " : ' ' + Folding.words(written) + ' ';
    Traced best = null;
    int bestScore = 0;
    for (Block block : blocks) {
      if (block.length() > 300) continue;
      String words = ' ' + Folding.words(block.text()) + ' ';
      boolean fits = words.length() > 2 && (claim.contains(words) || title.contains(words));
      if (!fits || (block.words() < FEWEST_WORDS && !block.isHeading())) continue;
      int score = words.length() * (block.isHeading() ? 3 : 2);
      if (score > bestScore) {
        best = block.text();
        bestScore = score;
      }
    }
    return best;
  }

  private @Nullable Traced written() {
    Element title = page.selectFirst("title");
    if (title == null) return null;
    Traced text = Folding.blanks(markup.all(title));
    return text.length() == 0 ? null : text;
  }

  // "Headline | Outlet": the longest part.
  private static Traced withoutOutlet(Traced title) {
    Traced best = Traced.EMPTY;
    Matcher parting = PARTING.matcher(title);
    int at = 0;
    while (parting.find()) {
      if (parting.start() - at > best.length()) best = title.subSequence(at, parting.start());
      at = parting.end();
    }
    if (title.length() - at > best.length()) best = title.subSequence(at, title.length());
    return Folding.words(best).split(" ").length >= FEWEST_WORDS ? best : title;
  }
}
