/**
 * Receivers, the named destinations of the configuration, and their notifiers, each of which speaks
 * one protocol. No Kafka here, and nothing is retried: a notifier makes one attempt and says how it
 * ended.
 *
 * <p>Read first: {@link io.slugline.alerting.receiver.Receiver}, {@link
 * io.slugline.alerting.receiver.Notifier}, {@link io.slugline.alerting.receiver.Notification}.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.receiver;
