package io.slugline.enrich;

/**
 * What is remembered of an article's latest text.
 *
 * @param textHash of that text
 * @param revision which text of the article it was, from 1
 * @param at when it arrived, in milliseconds since 1970
 */
record Seen(String textHash, int revision, long at) {}
