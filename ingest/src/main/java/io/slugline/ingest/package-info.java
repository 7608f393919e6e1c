/**
 * Ingest: files in, {@code articles.raw} out.
 *
 * <p>Comes in: the files of one inbox folder. Goes out: each article's own bytes on {@code
 * articles.raw}; the account of each file on {@code ledger}, in the same transaction; a dead letter
 * for each file of which something was rejected. A settled file moves to {@code done/} or {@code
 * rejected/} after the commit.
 *
 * <p>Read first: {@link io.slugline.ingest.IngestApp}, the stage as it runs; {@code
 * IngestPipeline}, the flow; {@code Account} and {@code Ledger}, why nothing is lost and nothing
 * comes twice.
 *
 * <p>Metrics, all counted at the commit, so that the sums hold at every moment:
 *
 * <ul>
 *   <li>{@code slugline_ingest_files_seen_total = slugline_ingest_files_total} over its outcomes
 *       {@code done}, {@code rejected}, {@code repeat}; what is seen and not settled is {@code
 *       slugline_ingest_files_open}
 *   <li>{@code slugline_ingest_articles_found_total = slugline_ingest_articles_total} over its
 *       outcomes {@code published}, {@code rejected}
 *   <li>{@code slugline_ingest_bytes_total}: size of the files settled
 *   <li>{@code slugline_ingest_file_settling_seconds}: from a file's first sight to its settlement
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package io.slugline.ingest;
