/**
 * {@code slugline replay}: old articles run through again, fenced, while live goes on.
 *
 * <p>In go the raw articles of a range, in the order that live took them in; out come topics of the
 * replay's own, {@code replay.ID.*}, written by the same enrich topology under application ids of
 * its own, and what alerts would have come of them. Nothing here can notify anyone: no receiver and
 * no dispatcher is ever made in this package, every record bears the replay's mark, and dispatch
 * refuses a record that does.
 *
 * <p>Read first: {@link io.slugline.deploy.replay.ReplayRun}, the flow; {@link
 * io.slugline.deploy.replay.RecordedOrder}, why it gives the same again; {@link
 * io.slugline.deploy.replay.Fence}, where it writes.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.replay;
