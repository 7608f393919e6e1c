package io.slugline.contract;

import java.time.Instant;

/**
 * A record of a topic that is JSON already, so that a stage which only adds to it need not take it
 * apart and put it together again.
 *
 * @param id as the record's CloudEvents header has it
 * @param key of the record
 * @param time when what it tells of happened
 * @param json the value
 */
// The bytes are handed on, never compared or changed.
@SuppressWarnings("ArrayRecordComponent")
public record Encoded(String id, String key, Instant time, byte[] json) {}
