package io.slugline.enrich;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Grouping;
import io.slugline.contract.Keyword;
import io.slugline.contract.Mention;
import io.slugline.contract.RawArticle;
import io.slugline.contract.SourceLines;
import io.slugline.contract.Span;
import io.slugline.contract.StorySnapshot;
import io.slugline.enrich.entity.EntityTagger;
import io.slugline.enrich.keyword.KeywordRanker;
import io.slugline.enrich.language.LanguageDetector;
import io.slugline.enrich.language.Languages;
import io.slugline.enrich.story.Featurizer;
import io.slugline.enrich.story.Placed;
import io.slugline.enrich.story.StoryFeatures;
import io.slugline.enrich.text.CleanText;
import io.slugline.enrich.text.LineMemories;
import io.slugline.enrich.text.TextCleaner;
import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import io.slugline.enrich.topic.TopicTagger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that enrich does to one article alone: clean its text, tell its language, tag it. Knows no
 * Kafka; safe for use by several threads.
 */
public final class Enricher {
  private static final String ENGLISH = "eng";

  private final TextCleaner cleaner;
  private final LanguageDetector languages;
  private final Tokenizer tokenizer;
  private final EntityTagger entities;
  private final KeywordRanker keywords;
  private final TopicTagger topics;
  private final Featurizer featurizer;
  private final Map<String, String> versions;

  private Enricher(
      TextCleaner cleaner,
      Tokenizer tokenizer,
      KeywordRanker keywords,
      TopicTagger topics,
      Featurizer featurizer,
      EntityTagger entities,
      LanguageDetector languages) {
    this.cleaner = cleaner;
    this.languages = languages;
    this.tokenizer = tokenizer;
    this.entities = entities;
    this.keywords = keywords;
    this.topics = topics;
    this.featurizer = featurizer;
    Map<String, String> named = new TreeMap<>(entities.versions());
    named.put("text", cleaner.version());
    named.put("language", languages.version());
    named.put("keywords", keywords.version());
    named.put("topics", topics.version());
    named.put("features", featurizer.version());
    this.versions = Map.copyOf(named);
  }

  /**
   * Reads every model and list, the two largest beside the others.
   *
   * @throws IllegalStateException naming the one that is missing
   */
  public static Enricher load() {
    CompletableFuture<LanguageDetector> languages =
        CompletableFuture.supplyAsync(LanguageDetector::load);
    CompletableFuture<EntityTagger> entities = CompletableFuture.supplyAsync(EntityTagger::load);
    try {
      return new Enricher(
          TextCleaner.load(),
          Tokenizer.load(),
          KeywordRanker.load(),
          TopicTagger.load(),
          Featurizer.load(),
          entities.join(),
          languages.join());
    } catch (CompletionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new IllegalStateException(cause.getMessage(), cause);
    }
  }

  /** All models and lists it works with, in one line. */
  String version() {
    return String.join(" ", new TreeMap<>(versions).values());
  }

  /** Whether mentions can be bound to an entity of this id. */
  public boolean knows(String entity) {
    return entities.gazetteer().entity(entity).isPresent();
  }

  /** The version of each model and list, by name. */
  public Map<String, String> versions() {
    return versions;
  }

  /**
   * Cleans and tags one article.
   *
   * @param learned the lines that a source repeats, by its name
   * @throws io.slugline.enrich.text.UnreadableArticle when there is no text in it
   */
  Tagged enrich(RawArticle raw, Function<String, @Nullable SourceLines> learned) {
    Cleaned cleaned = clean(raw, learned);
    OwnPart own = tag(raw, cleaned);
    StoryFeatures features =
        featurizer.features(
            own.language(), own.title(), own.body(), own.mentions(), own.keywords());
    TaggedArticle article = TaggedArticle.of(own, ArticleId.textHash(cleaned.alone()), features);
    String source = own.source();
    return new Tagged(
        article,
        source == null ? null : new Lesson(source, own.arrivedAt(), cleaned.text().lines()));
  }

  /**
   * One article by itself, as the first of a story of its own: for those who ask what enrich makes
   * of a text and not where it belongs.
   *
   * @throws io.slugline.enrich.text.UnreadableArticle when there is no text in it
   */
  public EnrichedArticle alone(RawArticle raw) {
    return alone(raw, tag(raw, clean(raw, source -> null)));
  }

  /**
   * The same for an article of many: cleaned by what was learned of its source so far, which learns
   * from it in turn.
   *
   * @throws io.slugline.enrich.text.UnreadableArticle when there is no text in it
   */
  public EnrichedArticle alone(RawArticle raw, LineMemories memories) {
    Cleaned cleaned = clean(raw, memories::known);
    OwnPart article = tag(raw, cleaned);
    String source = article.source();
    if (source != null) memories.learn(source, cleaned.text().lines(), raw.arrivedAt());
    return alone(raw, article);
  }

  private static EnrichedArticle alone(RawArticle raw, OwnPart article) {
    StorySnapshot story =
        new StorySnapshot(
            article.id(),
            article.title(),
            article.place(),
            raw.arrivedAt(),
            raw.arrivedAt(),
            List.of(article.id()),
            1,
            1,
            1,
            List.of(),
            null);
    Placed placed =
        new Placed(story, new Grouping(0, null, List.of(), List.of()), article.id(), List.of());
    return article.in(placed, 1, 1);
  }

  /** A text, and the same as it would be if nothing had been learned of its source. */
  private record Cleaned(CleanText text, CleanText alone) {}

  /** Which article this is must not hang on what was learned by the time it came. */
  private Cleaned clean(RawArticle raw, Function<String, @Nullable SourceLines> learned) {
    CleanText text = cleaner.clean(raw, learned);
    return new Cleaned(text, text.isCutByMemory() ? cleaner.clean(raw, source -> null) : text);
  }

  private OwnPart tag(RawArticle raw, Cleaned cleaned) {
    CleanText text = cleaned.text();
    Languages in = languages.detect(text.title(), text.body(), text.languageHint());
    String language = in.main();
    Tokens title = tokenizer.tokenize(text.title(), language);
    Tokens body = tokenizer.tokenize(text.body(), language);
    Tokens english = in.englishBody(body);
    List<Mention> mentions = entities.tag(title, body, in);
    List<Keyword> phrases = keywords.rank(title, english, language);
    return new OwnPart(
        ArticleId.of(cleaned.alone()),
        raw.id(),
        text.source(),
        text.url(),
        text.title(),
        text.titleRaw(),
        text.body(),
        text.bodyRaw(),
        text.cuts(),
        language,
        in.parts(),
        language.equals(ENGLISH) ? "full" : "gazetteer",
        text.publishedAt(),
        text.author(),
        text.place(),
        raw.arrivedAt(),
        raw.backfill(),
        sentences(body),
        mentions,
        phrases,
        topics.tag(title, english, language),
        versions(text.memory()));
  }

  private Map<String, String> versions(int memory) {
    if (memory == 0) return versions;
    Map<String, String> all = new TreeMap<>(versions);
    all.put(EnrichedArticle.LINES, String.valueOf(memory));
    return all;
  }

  private static List<Span> sentences(Tokens body) {
    List<Span> sentences = new ArrayList<>(body.sentenceCount());
    for (int i = 0; i < body.sentenceCount(); i++) sentences.add(body.sentence(i));
    return sentences;
  }
}
