package io.slugline.contract;

/**
 * A topic of a documented vocabulary that an article belongs to: a shelf, where a keyword is a word
 * of the article itself.
 *
 * @param id in the IPTC Media Topics: {@code medtop:16000000}
 * @param name its English name there
 * @param weight above 0, at most 1; the first topic's is 1
 */
public record MediaTopic(String id, String name, double weight) {}
