/**
 * The query language, from text to tree; {@code alerting/QUERY.md} is its grammar. {@link
 * io.slugline.alerting.watch.query.QueryParser} reads it, {@link
 * io.slugline.alerting.watch.query.Query} is what it reads it to.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.watch.query;
