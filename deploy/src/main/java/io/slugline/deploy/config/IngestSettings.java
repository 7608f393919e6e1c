package io.slugline.deploy.config;

import io.slugline.ingest.IngestConfig;
import io.slugline.ingest.format.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What ingest reads, and how; what is null has the stage's own standard value.
 *
 * @param inbox folder watched for raw files
 * @param inboxId names the inbox in ledger and transactions, wherever it is mounted
 * @param settling how long a file must be unchanged before it is taken for finished, if it was not
 *     renamed into place
 * @param rescan how often the inbox is looked at when the system reports no change
 * @param limits how much one file may ask of us
 */
public record IngestSettings(
    @Nullable Path inbox,
    @Nullable String inboxId,
    @Nullable Duration settling,
    @Nullable Duration rescan,
    @Nullable LimitSettings limits) {

  public IngestSettings {
    if (inbox != null && inbox.toString().isBlank()) inbox = null;
  }

  /** How much one file may ask of us. */
  public record LimitSettings(
      @Nullable Integer articleBytes,
      @Nullable Integer documentBytes,
      @Nullable Integer ratio,
      @Nullable Integer entries,
      @Nullable Long unpackedBytes) {

    Limits over(Limits standard) {
      return new Limits(
          Objects.requireNonNullElse(articleBytes, standard.articleBytes()),
          Objects.requireNonNullElse(documentBytes, standard.documentBytes()),
          Objects.requireNonNullElse(ratio, standard.ratio()),
          Objects.requireNonNullElse(entries, standard.entries()),
          Objects.requireNonNullElse(unpackedBytes, standard.unpackedBytes()));
    }
  }

  static IngestSettings standard() {
    return new IngestSettings(null, null, null, null, null);
  }

  /** The stage's configuration for one inbox. */
  public IngestConfig at(Path folder) {
    IngestConfig standard = IngestConfig.of(folder);
    return new IngestConfig(
        folder,
        inboxId == null || inboxId.isBlank() ? standard.inboxId() : inboxId,
        standard.backfill(),
        limits == null ? standard.limits() : limits.over(standard.limits()),
        Objects.requireNonNullElse(settling, standard.settling()),
        Objects.requireNonNullElse(rescan, standard.rescan()),
        standard.commitEvery());
  }
}
