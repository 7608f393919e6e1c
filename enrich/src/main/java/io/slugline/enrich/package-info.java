/**
 * The second stage. Raw articles come in from {@code articles.raw}; {@code articles.enriched} gets
 * each with its clean text, mentions, keywords and story, {@code stories} what becomes of stories
 * afterwards. Knows text, not watches.
 *
 * <p>Read first: {@link io.slugline.enrich.EnrichTopology}, the flow; {@link
 * io.slugline.enrich.Enricher}, what is done to one article; {@link
 * io.slugline.enrich.story.StoryGrouper}, which story it belongs to.
 *
 * <p>Counters, and the sum that always holds: {@code slugline_enrich_articles_read_total =
 * slugline_enrich_articles_total{outcome="enriched"} + {outcome="repeat"} +
 * {outcome="dead-letter"}}, revisions counting as enriched, once nothing is under way. {@code
 * slugline_enrich_tag_seconds} is the time that cleaning and tagging one article takes, {@code
 * slugline_enrich_stories_linked_total} counts links between stories of two languages.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.enrich;
