package io.slugline.deploy.alert;

import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Grouping;
import io.slugline.contract.RawMap;
import io.slugline.contract.StorySnapshot;
import io.slugline.contract.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Enriched articles, most of which say nothing to anybody: twelve stories of eight articles each,
 * told by as many outlets, touch all watches.
 */
final class DayOfNews implements AutoCloseable {
  static final int STORIES = 12;
  private static final int BETWEEN_STORIES = 400;
  private static final int BETWEEN_ARTICLES = 40;
  private static final int TELLS = 8;

  private final Producer<String, EnrichedArticle> producer;
  private final String topic;

  DayOfNews(Cluster cluster) {
    topic = cluster.nameOf(Topics.ARTICLES_ENRICHED);
    producer =
        new KafkaProducer<>(
            cluster.clientProperties(),
            Topics.ARTICLES_ENRICHED.keySerde().serializer(),
            Topics.ARTICLES_ENRICHED.valueSerde().serializer());
  }

  void send(int from, int to) {
    for (int number = from; number < to; number++) {
      EnrichedArticle article = article(number);
      producer.send(new ProducerRecord<>(topic, article.story().id(), article));
    }
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }

  private static EnrichedArticle article(int number) {
    int story = number / BETWEEN_STORIES;
    int place = number % BETWEEN_STORIES;
    int told = place / BETWEEN_ARTICLES + 1;
    boolean touches = place % BETWEEN_ARTICLES == 0 && told <= TELLS && story < STORIES;
    return touches
        ? article(
            number,
            "s" + story,
            told,
            "The freighter's crew unloaded rifles in the harbour, witness " + told + " said.")
        : article(number, "other" + number, 1, "Nothing happened at " + number + " again.");
  }

  private static EnrichedArticle article(int number, String story, int told, String body) {
    String id = "a" + number;
    Instant now = Instant.now();
    return new EnrichedArticle(
        id,
        1,
        "raw-" + id,
        "outlet" + told,
        null,
        "A title",
        RawMap.uniform(0, 1),
        body,
        RawMap.uniform(10, 1),
        List.of(),
        "eng",
        List.of(),
        "full",
        null,
        null,
        null,
        now,
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        snapshot(story, told, id, now),
        new Grouping(0, null, List.of(), List.of()),
        id,
        number + 1L,
        Map.of(),
        null);
  }

  private static StorySnapshot snapshot(String story, int told, String article, Instant now) {
    return new StorySnapshot(
        story,
        "Headline " + story,
        null,
        now,
        now,
        List.of(article),
        told,
        told,
        told,
        List.of(),
        null);
  }
}
