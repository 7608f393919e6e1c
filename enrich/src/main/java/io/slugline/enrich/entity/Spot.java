package io.slugline.enrich.entity;

import io.slugline.contract.Field;
import io.slugline.contract.MentionType;
import io.slugline.contract.Span;
import io.slugline.enrich.gazetteer.Sense;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in an article where something may be named, before it is settled what.
 *
 * @param type what the name model takes it for; null when only the gazetteer knows it
 * @param confidence the model's, or 1
 * @param words how many words the name has
 * @param alone no capitalised word stands directly beside it
 * @param senses what the gazetteer knows by that name, the weightiest first
 */
record Spot(
    Field field,
    Span span,
    String text,
    @Nullable MentionType type,
    double confidence,
    int words,
    boolean alone,
    List<Sense> senses) {}
