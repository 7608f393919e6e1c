/**
 * The gazetteer: every entity that Slugline knows by all its names, and where those names stand in
 * a text.
 *
 * <p>In: the text files beside this package's resources, one entity a line. Out: {@link
 * io.slugline.enrich.gazetteer.Hit}s, each with the things it may mean; which of them it does mean
 * is decided in {@code io.slugline.enrich.entity}. Read first: {@link
 * io.slugline.enrich.gazetteer.Gazetteer}, {@code GazetteerFile} (the form of a line), {@code
 * Words}.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.enrich.gazetteer;
