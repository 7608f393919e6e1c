/**
 * Silences: a person's orders not to notify. Both the lifecycle, which says beside an alert that it
 * is silenced, and dispatch, which withholds its pages, ask the same {@link
 * io.slugline.alerting.silence.Silences}.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.silence;
