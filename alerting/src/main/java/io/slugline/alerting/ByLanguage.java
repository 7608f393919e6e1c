package io.slugline.alerting;

import io.slugline.alerting.lifecycle.Turn;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Sends the turns of a language to its one task, and what is for all languages to every task. */
final class ByLanguage implements StreamPartitioner<String, Turn> {

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, String language, Turn turn, int partitions) {
    if (language.isEmpty()) {
      return Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
    }
    int hash = Utils.toPositive(Utils.murmur2(language.getBytes(StandardCharsets.UTF_8)));
    return Optional.of(Set.of(hash % partitions));
  }
}
