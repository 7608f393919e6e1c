package io.slugline.enrich.entity;

import io.slugline.contract.Field;
import io.slugline.contract.Mention;
import io.slugline.contract.MentionType;
import io.slugline.enrich.gazetteer.Entity;
import io.slugline.enrich.gazetteer.Gazetteer;
import io.slugline.enrich.gazetteer.Guard;
import io.slugline.enrich.gazetteer.Hit;
import io.slugline.enrich.gazetteer.Sense;
import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the mentions of an article and binds them to entities. Safe for many threads. */
public final class EntityTagger {
  private final Gazetteer gazetteer;

  EntityTagger(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * The tagger that ships, with everything it needs.
   *
   * @throws IllegalStateException when something is missing
   */
  public static EntityTagger load() {
    return new EntityTagger(Gazetteer.load());
  }

  /**
   * The mentions of both fields, ordered by field and start.
   *
   * @param language ISO 639-3 code of the article
   */
  @SuppressWarnings("UnusedVariable") // the name model, which asks for it, is not in yet
  public List<Mention> tag(Tokens title, Tokens body, String language) {
    List<Mention> mentions = new ArrayList<>();
    add(Field.TITLE, title, mentions);
    add(Field.BODY, body, mentions);
    return mentions;
  }

  /** Version of each list and model that mentions are made with. */
  public Map<String, String> versions() {
    return Map.of("gazetteer", gazetteer.version());
  }

  private void add(Field field, Tokens tokens, List<Mention> mentions) {
    for (Hit hit : gazetteer.find(tokens)) {
      Sense first = hit.senses().get(0);
      if (first.guard() == Guard.WEAK) continue;
      if (first.guard() == Guard.PERSONAL && !hit.alone()) continue;
      mentions.add(mention(field, tokens, hit, first));
    }
  }

  private Mention mention(Field field, Tokens tokens, Hit hit, Sense sense) {
    Entity entity = sense.entity();
    boolean demonym = sense.guard() == Guard.DEMONYM;
    return new Mention(
        field,
        hit.start(),
        hit.end(),
        tokens.text().substring(hit.start(), hit.end()),
        demonym ? MentionType.NATIONALITY : entity.type(),
        hit.senses().size() == 1 ? .95 : .8,
        "gazetteer/" + gazetteer.version(),
        entity.id(),
        entity.name(),
        entity.country(),
        List.of());
  }
}
