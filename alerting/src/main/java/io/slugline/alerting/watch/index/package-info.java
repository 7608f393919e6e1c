/**
 * All watches compiled into one structure that an article is read against once.
 *
 * <p>Words become numbers once ({@link io.slugline.alerting.watch.index.Vocabulary}), the phrases
 * of all queries lie in one {@link io.slugline.alerting.watch.index.Trie} of such numbers, and each
 * watch is posted under the rarest phrases without which it cannot match. Reading an article leaves
 * {@link io.slugline.alerting.watch.index.Hits}; only watches posted under one of them are looked
 * at. One writer at a time changes the structure, readers never wait: what a version of a watch
 * needs is in place before its number is published, and a reader leaves alone what was born after
 * the number it began with. Start with {@link io.slugline.alerting.watch.index.Index}.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.watch.index;
