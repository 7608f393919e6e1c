/**
 * What the console knows: a view in memory of what lies on the topics, bounded in time and number,
 * and nothing that is not there. It is taken in record by record and asked by the pages. Texts are
 * not held; the view remembers where they lie. Knows no Kafka.
 *
 * <p>Read first: {@link io.slugline.alerting.console.view.View}.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.console.view;
