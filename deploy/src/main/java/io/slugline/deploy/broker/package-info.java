/**
 * Kafka in our JVM, with its data in a folder that survives a restart.
 *
 * <p>Read first: {@link io.slugline.deploy.broker.EmbeddedBroker}, which starts and stops it;
 * {@link io.slugline.deploy.broker.BrokerSettings}, how it is kept small.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.deploy.broker;
