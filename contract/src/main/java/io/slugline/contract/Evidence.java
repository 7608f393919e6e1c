package io.slugline.contract;

import org.jspecify.annotations.Nullable;

/**
 * The words that made a watch match an article.
 *
 * @param article id of the article
 * @param start first UTF-16 unit in the clean field
 * @param end one past the last unit
 * @param rawStart first byte in the raw article
 * @param rawEnd one past the last byte
 * @param quote the sentence they stand in
 * @param clause the clause of the query that they fulfil
 * @param entity id of the entity, when an entity term matched
 * @param alias the name that the text uses for it
 */
public record Evidence(
    String article,
    Field field,
    int start,
    int end,
    int rawStart,
    int rawEnd,
    String quote,
    String clause,
    @Nullable String entity,
    @Nullable String alias) {}
