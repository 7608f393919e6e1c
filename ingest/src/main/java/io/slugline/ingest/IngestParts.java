package io.slugline.ingest;

import io.slugline.ingest.inbox.Hashing;
import io.slugline.ingest.inbox.Inbox;
import java.time.Clock;

/** What a pipeline is made of. */
record IngestParts(
    IngestConfig config,
    Inbox inbox,
    Hashing hashing,
    Ledger ledger,
    Transaction transaction,
    Settlement settlement,
    IngestMetrics metrics,
    Clock clock) {}
