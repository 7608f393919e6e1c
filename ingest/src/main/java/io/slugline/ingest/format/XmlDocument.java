package io.slugline.ingest.format;

/**
 * An XML document in memory.
 *
 * @param text its bytes, in an encoding in which ASCII's brackets stand where ASCII has them
 * @param raw its bytes as they arrived; another array only where they were UTF-16 or UTF-32
 * @param encoding of {@code text}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or changed
record XmlDocument(byte[] text, byte[] raw, String encoding) {}
