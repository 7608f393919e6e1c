package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Field;
import io.slugline.contract.Json;
import io.slugline.contract.Mention;
import io.slugline.contract.MentionType;
import io.slugline.contract.Span;
import io.slugline.deploy.peer.Peers;
import io.slugline.enrich.entity.EntityTagger;
import io.slugline.enrich.language.Languages;
import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Mentions against those that people marked: exact spans and types, over all items. On wish CoreNLP
 * beside ours, over the same texts.
 */
final class EntitiesEval implements Eval {
  private static final String ENGLISH = "eng";
  private static final String PEER = "io.slugline.enrich.peer.CoreNlpPeer";
  private static final List<MentionType> TYPES =
      List.of(MentionType.PERSON, MentionType.ORGANIZATION, MentionType.LOCATION);

  private final Tokenizer tokenizer = Tokenizer.load();
  private final EntityTagger tagger = EntityTagger.load();
  private final Tally ours = new Tally();
  private final Tally theirs = new Tally();
  private @Nullable Function<String, Map<Span, MentionType>> peer;

  private record Marked(int start, int end, MentionType type) {}

  @Override
  public ObjectNode score(EvalData data) throws IOException {
    if (data.peers()) peer = peer();
    int items = data.forEach(this::predict);
    ObjectNode scores = Json.mapper().createObjectNode();
    scores.put("items", items);
    ours.put(scores);
    if (peer != null) theirs.put(scores.putObject("corenlp"));
    return scores;
  }

  private ObjectNode predict(JsonNode item) {
    String text = item.path("text").asText();
    Tokens body = tokenizer.tokenize(text, ENGLISH);
    List<Mention> found =
        tagger.tag(tokenizer.tokenize("", ENGLISH), body, Languages.of(ENGLISH)).stream()
            .filter(mention -> mention.field() == Field.BODY && TYPES.contains(mention.type()))
            .toList();
    Set<Marked> gold = gold(item);
    ours.compare(gold, marked(found));
    if (peer != null) theirs.compare(gold, marked(peer.apply(text)));

    ObjectNode prediction = Json.mapper().createObjectNode();
    prediction.set("id", item.path("id"));
    ArrayNode mentions = prediction.putArray("mentions");
    for (Mention mention : found) {
      mentions
          .addObject()
          .put("start", mention.start())
          .put("end", mention.end())
          .put("type", mention.type().name());
    }
    return prediction;
  }

  private static Set<Marked> marked(List<Mention> found) {
    Set<Marked> marked = new HashSet<>();
    found.forEach(
        mention -> marked.add(new Marked(mention.start(), mention.end(), mention.type())));
    return marked;
  }

  private static Set<Marked> marked(Map<Span, MentionType> found) {
    Set<Marked> marked = new HashSet<>();
    found.forEach((span, type) -> marked.add(new Marked(span.start(), span.end(), type)));
    return marked;
  }

  private static Set<Marked> gold(JsonNode item) {
    Set<Marked> gold = new HashSet<>();
    for (JsonNode mention : item.path("mentions")) {
      for (MentionType type : TYPES) {
        if (!type.name().equals(mention.path("type").asText())) continue;
        gold.add(new Marked(mention.path("start").asInt(), mention.path("end").asInt(), type));
      }
    }
    return gold;
  }

  @SuppressWarnings("unchecked")
  private static Function<String, Map<Span, MentionType>> peer() throws IOException {
    try {
      Class<?> type = Peers.of("enrich").withModels().type(PEER);
      return (Function<String, Map<Span, MentionType>>) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IOException("cannot start CoreNLP", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while CoreNLP's model was fetched", e);
    }
  }

  /** Hits and misses of one tagger. */
  private static final class Tally {
    private final Map<MentionType, Counts> counts = new EnumMap<>(MentionType.class);

    private Counts of(MentionType type) {
      return counts.computeIfAbsent(type, any -> new Counts());
    }

    void compare(Set<Marked> gold, Set<Marked> predicted) {
      for (Marked marked : gold) of(marked.type()).gold++;
      for (Marked marked : predicted) {
        Counts type = of(marked.type());
        type.predicted++;
        if (gold.contains(marked)) type.hits++;
      }
    }

    void put(ObjectNode into) {
      Counts micro = new Counts();
      TYPES.forEach(type -> micro.add(of(type)));
      micro.put(into.putObject("micro"));
      TYPES.forEach(type -> of(type).put(into.putObject(type.name())));
    }
  }

  private static final class Counts {
    private long gold;
    private long predicted;
    private long hits;

    void add(Counts other) {
      gold += other.gold;
      predicted += other.predicted;
      hits += other.hits;
    }

    void put(ObjectNode into) {
      Scores.put(into, (double) hits / predicted, (double) hits / gold);
    }
  }
}
