package io.slugline.contract;

/**
 * A part of an article's body that is written in another language than the article.
 *
 * @param language ISO 639-3 code
 */
public record LanguagePart(String language, Span span) {}
