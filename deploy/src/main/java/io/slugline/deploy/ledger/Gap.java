package io.slugline.deploy.ledger;

/**
 * A place where the books do not agree.
 *
 * @param topic where something is missing or too much
 * @param key of what it is about: a file's path, a raw article's id, an alert's id
 * @param articles by how many
 * @param what in words
 */
record Gap(String topic, String key, long articles, String what) {}
