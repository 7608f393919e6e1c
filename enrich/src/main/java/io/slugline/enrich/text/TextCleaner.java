package io.slugline.enrich.text;

import io.slugline.contract.RawArticle;
import io.slugline.contract.SourceLines;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From a raw article to its clean text, whatever it arrived as. May be used by many threads. */
public final class TextCleaner {
  private static final String RULES = "text/1";

  private final LineCleaner lines;
  private final LineModel model;
  private final String version;
  private final Map<String, Reader> readers = new HashMap<>();

  /** Reads one kind of raw article. */
  private interface Reader {
    Draft read(RawArticle raw, Traced text);
  }

  private TextCleaner(LineCleaner lines, LineModel model, HtmlReader html, String version) {
    this.lines = lines;
    this.model = model;
    this.version = version;
    JsonReader json = new JsonReader(html);
    XmlReader xml = new XmlReader(html);
    readers.put("text/plain", (raw, text) -> Draft.ofText(null, text, Facts.NONE));
    readers.put("text/html", (raw, text) -> html.page(text, raw.headers().get("warc-target-uri")));
    readers.put("application/xhtml+xml", readers.get("text/html"));
    readers.put("application/json", (raw, text) -> json.read(text));
    readers.put("application/rss+xml", (raw, text) -> xml.feedEntry(text, raw.headers()));
    readers.put("application/atom+xml", readers.get("application/rss+xml"));
    readers.put("application/nitf+xml", (raw, text) -> xml.nitf(text));
    readers.put("application/vnd.iptc.g2.newsitem+xml", (raw, text) -> xml.newsItem(text));
  }

  /** Loads what cleaning reads; throws when a part of it is missing. */
  public static TextCleaner load() {
    LineRules rules = LineRules.load();
    MainText pages = MainText.load(rules);
    LineModel lines = LineModel.load();
    String version = String.join(" ", RULES, pages.version(), lines.version());
    return new TextCleaner(new LineCleaner(rules), lines, new HtmlReader(pages), version);
  }

  /**
   * @param learned the lines that a source repeats, by its name; null where nothing is known
   * @throws UnreadableArticle when the bytes hold no article
   */
  public CleanText clean(RawArticle raw, Function<String, @Nullable SourceLines> learned) {
    Draft draft = reader(raw).read(raw, Decoding.decode(raw));
    if (draft.lines().isEmpty()) throw new UnreadableArticle("neither text nor HTML in it");
    Facts outer = new Facts(null, raw.headers().get("warc-target-uri"), null, null, null);
    String source = draft.facts().source();
    SourceLines known = source == null ? null : learned.apply(source);
    Set<String> repeated = known == null ? Set.of() : Set.copyOf(known.lines());
    Sheet sheet = lines.clean(draft.lines(), draft.title(), repeated);
    if (!repeated.isEmpty() && sheet.isBare()) return clean(raw, any -> null);
    // A page's lines have been judged by a model already.
    if (draft.cuts().isEmpty()) model.judge(sheet);
    return new Assembly(draft, sheet).put(outer, known == null ? 0 : known.version());
  }

  /** Names rules and models together; changes whenever the same bytes may give other text. */
  public String version() {
    return version;
  }

  private Reader reader(RawArticle raw) {
    String type = raw.mediaType().toLowerCase(Locale.ROOT);
    int parameters = type.indexOf(';');
    Reader reader = readers.get(parameters < 0 ? type : type.substring(0, parameters).strip());
    if (reader == null) throw new UnreadableArticle("no reader for media type " + raw.mediaType());
    return reader;
  }
}
