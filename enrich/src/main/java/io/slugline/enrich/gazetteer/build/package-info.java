/**
 * Makes the gazetteer's files from the open lists they come from: the same lists and news give the
 * same files, byte for byte.
 *
 * <p>In: a folder of lists as JSON Lines and a file of news, of which only counts of single words
 * are taken. Out: one sorted text file for each kind of entity. Read first: {@link
 * io.slugline.enrich.gazetteer.build.GazetteerBuild}.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.enrich.gazetteer.build;
