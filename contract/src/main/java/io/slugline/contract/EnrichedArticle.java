package io.slugline.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article with its clean text and everything that was found in it. Keyed by its story's id.
 *
 * @param id which article this is: made from its canonical address, or else from source and text
 * @param revision 1 for the first text of this article, then counted up with each changed text
 * @param rawId key of the raw article on {@code articles.raw}
 * @param source who published it; null when nobody says
 * @param url canonical address
 * @param title clean title, empty when it has none
 * @param titleRaw where the title's units stand in the raw bytes
 * @param body clean text; paragraphs are parted by one line feed
 * @param bodyRaw where the body's units stand in the raw bytes
 * @param cuts what was left out of the raw article, and by which rule
 * @param language ISO 639-3 code, {@code und} when it could not be told
 * @param parts of the body that are written in another language
 * @param tagging {@code full}, or {@code gazetteer} where no model speaks the language
 * @param publishedAt as the article claims; never a time to order by
 * @param place the place line: {@code SEOUL}
 * @param arrivedAt when its file was first seen; the time of everything
 * @param backfill came late on purpose: never pages
 * @param sentences spans of the body
 * @param topics of a documented vocabulary, the weightiest first; not keywords
 * @param sequence place in the order of this language's articles and story changes, from 1, dense
 * @param copyGroup id of the first article with (nearly) this text
 * @param versions version of each model and learned list this record was made with, by name
 * @param supersedes what was said of it before a replay was promoted or rolled back, and holds no
 *     longer; null on what is news
 */
public record EnrichedArticle(
    String id,
    int revision,
    String rawId,
    @Nullable String source,
    @Nullable String url,
    String title,
    RawMap titleRaw,
    String body,
    RawMap bodyRaw,
    List<Cut> cuts,
    String language,
    @Nullable List<LanguagePart> parts,
    String tagging,
    @Nullable Instant publishedAt,
    @Nullable String author,
    @Nullable String place,
    Instant arrivedAt,
    boolean backfill,
    List<Span> sentences,
    List<Mention> mentions,
    List<Keyword> keywords,
    @Nullable List<MediaTopic> topics,
    StorySnapshot story,
    Grouping grouping,
    String copyGroup,
    long sequence,
    Map<String, String> versions,
    @Nullable Supersedes supersedes) {

  /** Name of the version of the lines that its source repeats; missing while there was none. */
  public static final String LINES = "source-lines";

  public EnrichedArticle {
    if (id.isBlank()) throw new IllegalArgumentException("article without an id");
    if (title.isBlank() && body.isBlank()) {
      throw new IllegalArgumentException("article " + id + " is empty");
    }
    cuts = List.copyOf(cuts);
    sentences = List.copyOf(sentences);
    mentions = List.copyOf(mentions);
    keywords = List.copyOf(keywords);
    topics = topics == null ? List.of() : List.copyOf(topics);
    parts = parts == null ? List.of() : List.copyOf(parts);
    versions = Map.copyOf(versions);
  }

  /** Empty, too, for what was written before parts were told. */
  @Override
  public List<LanguagePart> parts() {
    return parts == null ? List.of() : parts;
  }

  /** Empty, too, for what was written before there were topics. */
  @Override
  public List<MediaTopic> topics() {
    return topics == null ? List.of() : topics;
  }

  /**
   * An earlier record, which this one takes the place of. Whoever keeps the record with the highest
   * {@code sequence} of each article, and forgets {@code article} where that is another, is right.
   *
   * @param replay id of the replay
   * @param article id that it had; null when it was no article before
   * @param story id of the story that it stood in at last; null when that is not known
   * @param sequence of the earlier record; 0 when that is not known
   * @param withdrawn true when the article stands no longer, since the replay does not have it;
   *     this record then tells how it stood at last
   */
  public record Supersedes(
      String replay,
      @Nullable String article,
      @Nullable String story,
      long sequence,
      @Nullable Boolean withdrawn) {}

  /** Whether it says that the article stands no longer. */
  public boolean withdraws() {
    return supersedes != null && Boolean.TRUE.equals(supersedes.withdrawn());
  }

  /** The text of one field. */
  public String text(Field field) {
    return field == Field.TITLE ? title : body;
  }

  /**
   * Which of the body's sentences holds a unit.
   *
   * @return its place in {@link #sentences}; -1 when none holds the unit
   */
  public int sentenceAt(int unit) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span sentence = sentences.get(middle);
      if (sentence.end() <= unit) low = middle + 1;
      else if (sentence.start() > unit) high = middle - 1;
      else return middle;
    }
    return -1;
  }

  /** Where a span of one field stands in the raw bytes. */
  public Span toRaw(Field field, Span span) {
    return (field == Field.TITLE ? titleRaw : bodyRaw).toRaw(span);
  }
}
