package io.slugline.ingest;

/**
 * What this process has dealt with so far. {@code filesSeen = done + rejected + repeats}, {@code
 * articlesFound = published + rejected}; files still being read are {@code filesOpen}.
 */
public record IngestCounts(
    long filesSeen,
    long filesDone,
    long filesRejected,
    long filesRepeated,
    long filesOpen,
    long articlesFound,
    long articlesPublished,
    long articlesRejected) {}
