/**
 * Which shelf of the newsroom an article belongs on: topics of the IPTC Media Topics' first level,
 * by a table of words written by hand. Tokens go in, topics come out; {@link
 * io.slugline.enrich.topic.TopicTagger} is the front door, {@code media-topics.txt} the table.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.enrich.topic;
