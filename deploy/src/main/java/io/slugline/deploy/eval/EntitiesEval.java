package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Field;
import io.slugline.contract.Json;
import io.slugline.contract.Mention;
import io.slugline.contract.MentionType;
import io.slugline.enrich.entity.EntityTagger;
import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mentions against those that people marked: exact spans and types, over all items. */
final class EntitiesEval implements Eval {
  private static final String ENGLISH = "eng";
  private static final List<MentionType> TYPES =
      List.of(MentionType.PERSON, MentionType.ORGANIZATION, MentionType.LOCATION);

  private final Tokenizer tokenizer = Tokenizer.load();
  private final EntityTagger tagger = EntityTagger.load();
  private final Map<MentionType, Counts> counts = new EnumMap<>(MentionType.class);

  private record Marked(int start, int end, MentionType type) {}

  @Override
  public ObjectNode score(EvalData data) throws IOException {
    int items = data.forEach(this::predict);
    ObjectNode scores = Json.mapper().createObjectNode();
    scores.put("items", items);
    Counts micro = new Counts();
    TYPES.forEach(type -> micro.add(of(type)));
    micro.put(scores.putObject("micro"));
    TYPES.forEach(type -> of(type).put(scores.putObject(type.name())));
    return scores;
  }

  private ObjectNode predict(JsonNode item) {
    Tokens body = tokenizer.tokenize(item.path("text").asText(), ENGLISH);
    List<Mention> found =
        tagger.tag(tokenizer.tokenize("", ENGLISH), body, ENGLISH).stream()
            .filter(mention -> mention.field() == Field.BODY && TYPES.contains(mention.type()))
            .toList();
    compare(gold(item), found);

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

  private void compare(Set<Marked> gold, List<Mention> found) {
    Set<Marked> predicted = new HashSet<>();
    found.forEach(
        mention -> predicted.add(new Marked(mention.start(), mention.end(), mention.type())));
    for (Marked marked : gold) of(marked.type()).gold++;
    for (Marked marked : predicted) {
      Counts type = of(marked.type());
      type.predicted++;
      if (gold.contains(marked)) type.hits++;
    }
  }

  private Counts of(MentionType type) {
    return counts.computeIfAbsent(type, any -> new Counts());
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
