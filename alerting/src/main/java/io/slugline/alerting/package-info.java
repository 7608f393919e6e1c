/**
 * The alerting stage: {@code articles.enriched} and {@code watches} in, {@code alerts} out.
 *
 * <p>Read first: {@link io.slugline.alerting.AlertTopology}, the flow; {@code lifecycle.Lifecycle},
 * what becomes of an alert; {@code dispatch.Dispatcher}, the second flow, from {@code alerts} to
 * the people who are told.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting;
