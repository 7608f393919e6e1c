/**
 * Lucene Monitor, given the trees of our parser and the tokens of our text: the same question put
 * to another engine, for comparing answers and speed.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.watch.peer;
