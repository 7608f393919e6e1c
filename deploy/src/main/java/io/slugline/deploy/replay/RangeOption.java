package io.slugline.deploy.replay;

import io.slugline.contract.Replay;
import io.slugline.deploy.topic.StartTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which old articles a command is about. */
final class RangeOption {
  @Option(
      names = "--from",
      paramLabel = "TIME",
      defaultValue = "beginning",
      converter = StartTime.Converter.class,
      description = "arrival of the first article (${DEFAULT-VALUE}); 30d (ago), a day")
  private StartTime from = new StartTime(Instant.EPOCH);

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = StartTime.Converter.class,
      description = "arrival of the last article; without it now")
  private @Nullable StartTime to;

  @Option(names = "--source", description = "only this source's articles count")
  private @Nullable String source;

  @Option(names = "--story", description = "only this story's articles count")
  private @Nullable String story;

  @Option(names = "--watch", description = "only this watch's alerts and their stories count")
  private @Nullable String watch;

  Replay.Range of(Planner planner, Instant now) {
    return planner.range(from.at(), to == null ? now : to.at(), source, story, watch);
  }
}
