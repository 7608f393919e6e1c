package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.query.Query;
import io.slugline.alerting.watch.query.Query.Kind;
import io.slugline.alerting.watch.text.Fold;
import io.slugline.alerting.watch.text.Stemmer;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Field;
import io.slugline.contract.Keyword;
import io.slugline.contract.Mention;
import io.slugline.contract.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The literals that are not words of the text: entities, names of a kind, keywords, sources,
 * languages.
 *
 * <p>A name of a kind fits a mention of an entity when it is the entity's name or the words that
 * stand there; it fits a person, or a mention of nothing known, when its words are among those.
 */
final class Names {
  private static final int LONGEST = 8;
  private final Map<Kind, Map<String, Integer>> literals = new EnumMap<>(Kind.class);
  private final Stemmer stemmer;

  Names(Stemmer stemmer) {
    this.stemmer = stemmer;
    for (Kind kind : Kind.values()) literals.put(kind, new ConcurrentHashMap<>());
  }

  int literal(Query.Named named, int fresh) {
    String key =
        switch (named.kind()) {
          case ENTITY -> named.value();
          case LANG -> language(named.value());
          case KEYWORD -> join(stems(named.value()));
          default -> join(Fold.words(named.value()));
        };
    Integer known = of(named.kind()).putIfAbsent(key, fresh);
    return known == null ? fresh : known;
  }

  /** Adds to the hits what is in an article. */
  void find(EnrichedArticle article, Hits hits) {
    List<Mention> mentions = article.mentions();
    boolean linksOnly =
        of(Kind.PERSON).isEmpty() && of(Kind.ORGANISATION).isEmpty() && of(Kind.LOCATION).isEmpty();
    for (int i = 0; i < mentions.size(); i++) {
      if (!linksOnly || mentions.get(i).entity() != null) {
        new MentionNames(mentions.get(i), i, hits).find();
      }
    }
    if (!of(Kind.KEYWORD).isEmpty()) {
      for (Keyword keyword : article.keywords()) findKeyword(keyword, hits);
    }
    if (!of(Kind.SOURCE).isEmpty() && article.source() != null) {
      eachRun(
          of(Kind.SOURCE), Fold.words(article.source()), literal -> hits.add(literal, 0, 0, -1));
    }
    Integer language = of(Kind.LANG).get(language(article.language()));
    if (language != null) hits.add(language, 0, 0, -1);
  }

  private void findKeyword(Keyword keyword, Hits hits) {
    List<String> stems = stems(keyword.text());
    if (keyword.spans().isEmpty()) {
      eachRun(of(Kind.KEYWORD), stems, literal -> hits.add(literal, 0, 0, -1));
      return;
    }
    Span first = keyword.spans().get(0);
    int start = hits.positionAt(false, first.start());
    int end = Math.max(start, hits.positionAt(false, first.end() - 1)) + 1;
    eachRun(of(Kind.KEYWORD), stems, literal -> hits.add(literal, start, end, -1));
  }

  /** Takes every literal whose words stand in a row among these. */
  private static void eachRun(Map<String, Integer> known, List<String> words, IntConsumer taker) {
    for (int from = 0; from < words.size(); from++) {
      int most = Math.min(words.size(), from + LONGEST);
      for (int to = from + 1; to <= most; to++) {
        Integer literal = known.get(join(words.subList(from, to)));
        if (literal != null) taker.accept(literal);
      }
    }
  }

  private List<String> stems(String text) {
    return Fold.words(text).stream().map(stemmer::stem).toList();
  }

  private static String join(List<String> words) {
    return String.join(" ", words);
  }

  private Map<String, Integer> of(Kind kind) {
    return literals.getOrDefault(kind, Map.of());
  }

  /** ISO 639-3 for what may be written in two letters or three. */
  private static String language(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    try {
      return lower.length() == 2 ? Locale.forLanguageTag(lower).getISO3Language() : lower;
    } catch (MissingResourceException e) {
      return lower;
    }
  }

  /** What one mention is known by. */
  private final class MentionNames {
    private final Mention mention;
    private final int number;
    private final Hits hits;

    MentionNames(Mention mention, int number, Hits hits) {
      this.mention = mention;
      this.number = number;
      this.hits = hits;
    }

    void find() {
      if (mention.entity() != null) take(of(Kind.ENTITY).get(mention.entity()));
      switch (mention.type().name()) {
        case "PERSON" -> findName(of(Kind.PERSON), true);
        case "ORGANIZATION" -> findName(of(Kind.ORGANISATION), false);
        case "LOCATION", "NATIONALITY" -> findName(of(Kind.LOCATION), false);
        default -> {}
      }
    }

    private void findName(Map<String, Integer> known, boolean byParts) {
      if (known.isEmpty()) return;
      List<String> words = Fold.words(mention.text());
      if (byParts || mention.entity() == null) {
        eachRun(known, words, this::take);
      } else {
        take(known.get(join(words)));
      }
      if (mention.entityName() == null) return;
      String name = join(Fold.words(mention.entityName()));
      if (!name.equals(join(words))) take(known.get(name));
    }

    private void take(@Nullable Integer literal) {
      if (literal == null) return;
      boolean title = mention.field() == Field.TITLE;
      int start = hits.positionAt(title, mention.start());
      int end = Math.max(start, hits.positionAt(title, mention.end() - 1)) + 1;
      hits.add(literal, start, end, number);
    }
  }
}
