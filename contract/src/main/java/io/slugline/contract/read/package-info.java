/**
 * How the streaming stages read their topics: what was begun before what is new, and partitions
 * side by side. Kafka Streams has no setting for it, and what is read in another order is told in
 * another order.
 *
 * <p>Read first: {@link io.slugline.contract.read.InTurn}.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.contract.read;
