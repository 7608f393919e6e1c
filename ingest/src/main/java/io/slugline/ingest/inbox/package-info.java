/**
 * The watched folder: which files are there and finished, and where they go when they are settled.
 * Knows no Kafka and does not look into files beyond their content hash.
 *
 * <p>Read first: {@link io.slugline.ingest.inbox.Inbox}, which files are ready; {@link
 * io.slugline.ingest.inbox.Shelves}, {@code done/} and {@code rejected/}; {@link
 * io.slugline.ingest.inbox.InboxLock}, why there is one ingester only.
 */
@org.jspecify.annotations.NullMarked
package io.slugline.ingest.inbox;
