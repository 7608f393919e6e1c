package io.slugline.deploy.deadletter;

import io.slugline.deploy.topic.StartTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which letters a command is about. */
final class LetterSelection {
  @Option(names = "--group", paramLabel = "GROUP", description = "of this cause, as list names it")
  private Set<String> groups = Set.of();

  @Option(names = "--stage", paramLabel = "STAGE", description = "that gave up on them")
  private @Nullable String stage;

  @Option(names = "--topic", paramLabel = "TOPIC", description = "that they came from")
  private @Nullable String topic;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = StartTime.Converter.class,
      description = "arrived then or later: 2h (ago), 2026-11-22, 2026-11-22T18:00:00Z")
  private @Nullable StartTime since;

  LetterFilter filter(Set<String> ids) {
    return new LetterFilter(ids, groups, stage, topic, since == null ? null : since.at());
  }
}
