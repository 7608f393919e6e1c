/**
 * What an article is about: ranked keyphrases, by a handful of settings. Tokens go in; phrases with
 * weights and spans come out. {@link io.slugline.enrich.keyword.KeywordRanker} is the front door,
 * {@link io.slugline.enrich.keyword.PartOfSpeechTagger} the only class that reads a model.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.enrich.keyword;
