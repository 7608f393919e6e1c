/**
 * What becomes of alerts: opened by the first match of a watch on a story, updated by later ones,
 * escalated, acknowledged, merged, split, resolved after a quiet time. Pure: no Kafka, no clock;
 * time is what the records say.
 *
 * <p>In go {@link io.slugline.alerting.lifecycle.Turn}s, out come {@link
 * io.slugline.contract.Alert}s. Read first: {@link io.slugline.alerting.lifecycle.Lifecycle},
 * {@link io.slugline.alerting.lifecycle.StoryAlerts}, {@link
 * io.slugline.alerting.lifecycle.AlertState}.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.lifecycle;
