/**
 * What others make of the same texts: CoreNLP, Boilerpipe and Readability4J, and the usual ways to
 * find copies and stories, written down here; each behind a function of the JDK's, so that {@code
 * slugline bench} and {@code slugline eval} can run them from here without a peer on the class path
 * of what ships.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.enrich.peer;
