package io.slugline.deploy.replay;

import io.slugline.contract.Cluster;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Topics;
import io.slugline.deploy.command.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Made-up news in two languages: a few happenings, told again and again, with some repeats. */
public final class News {
  private static final List<String> PORTS = List.of("Rotterdam", "Busan", "Odesa", "Callao");
  private static final List<String> HAPPENINGS =
      List.of(
          "A freighter ran aground off %s on Monday with a cargo of grain, witness %d said.",
          "Bus drivers in %s walked out over night shifts, and union branch %d joined them.",
          "The election board of %s ordered a recount of the ballots of district %d.",
          "An earthquake shook %s before dawn and cracked a wall of school number %d.",
          "Police in %s seized a shipment of rifles hidden in container %d of a tanker.");
  private static final List<String> ENDS =
      List.of(
          "Nobody was hurt, the coast guard said.",
          "The crew of nineteen was taken ashore.",
          "Divers will look at the hull on Friday.",
          "The harbour stays closed until the evening.");

  private static final String GERMAN = "Der Hafenmeister";

  private final Random random;

  News(long seed) {
    this.random = new Random(seed);
  }

  List<String> texts(int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean repeats = i > 0 && random.nextInt(12) == 0;
      texts.add(repeats ? texts.get(random.nextInt(i)) : text(i));
    }
    return texts;
  }

  /** The first articles of a file in JSON Lines. */
  static List<String> of(Path file, int most) throws IOException {
    try (BufferedReader lines = TextFile.open(file)) {
      return lines.lines().limit(most).toList();
    }
  }

  /**
   * Puts them on the topic, spread over its partitions, a second after each other.
   *
   * @param first those before it are there already
   */
  public static void send(Cluster cluster, List<String> texts, int first, Instant start) {
    send(cluster, texts, first, start, null);
  }

  /** Puts them on the topic, each language's on one partition, so that their order is the same. */
  static void sendByLanguage(Cluster cluster, List<String> texts, int partitions, Instant start) {
    send(cluster, texts, 0, start, text -> (text.startsWith(GERMAN) ? 1 : 0) % partitions);
  }

  private static void send(
      Cluster cluster,
      List<String> texts,
      int first,
      Instant start,
      @Nullable ToIntFunction<String> partition) {
    String topic = cluster.nameOf(Topics.ARTICLES_RAW);
    Map<String, Object> settings = cluster.clientProperties();
    // A batch that overtakes the first one of a new partition is refused.
    settings.put("max.in.flight.requests.per.connection", 1);
    try (Producer<String, RawArticle> producer =
        new KafkaProducer<>(
            settings,
            Topics.ARTICLES_RAW.keySerde().serializer(),
            Topics.ARTICLES_RAW.valueSerde().serializer())) {
      for (int number = first; number < texts.size(); number++) {
        Instant at = start.plusSeconds(number);
        RawArticle raw = raw(rawId(number), texts.get(number), at);
        Integer to = partition == null ? null : partition.applyAsInt(texts.get(number));
        producer.send(new ProducerRecord<>(topic, to, at.toEpochMilli(), raw.id(), raw));
      }
    }
  }

  /** What the article of a number is called on the topic. */
  static String rawId(int number) {
    return "n" + number + "-0";
  }

  private static RawArticle raw(String id, String text, Instant at) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new RawArticle(
        id,
        bytes,
        text.startsWith("{") ? "application/json" : "text/plain",
        null,
        "UTF-8",
        "test",
        id + ".txt",
        at,
        false,
        Map.of());
  }

  private String text(int number) {
    if (random.nextInt(8) == 0) return german(number);
    return (one(HAPPENINGS) + " %s %s").formatted(one(PORTS), number, one(ENDS), one(ENDS));
  }

  private String german(int number) {
    return (GERMAN
            + " von %s sagte am Montag, dass %d Frachter abgewiesen worden seien. "
            + "Die Schiffe liegen nun auf Reede und warten, wie der Zeuge %d berichtet.")
        .formatted(one(PORTS), 2 + random.nextInt(3), number);
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
