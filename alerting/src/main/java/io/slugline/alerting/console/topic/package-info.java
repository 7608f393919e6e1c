/**
 * The console's side towards Kafka: follows topics into the view, fetches what the view does not
 * hold, writes what people order. Nothing else in the console knows Kafka.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.alerting.console.topic;
