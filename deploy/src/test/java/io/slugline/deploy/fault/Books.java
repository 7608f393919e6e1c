package io.slugline.deploy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Alert;
import io.slugline.contract.Cluster;
import io.slugline.contract.Delivery;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Json;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.CommandAnswer;
import io.slugline.deploy.topic.TopicReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the topics say in the end, held against what was to come out. */
record Books(Cluster cluster, KnownNews news, Desk desk) {

  /**
   * Every article once, every event one alert of both its articles and one page, all sums right.
   */
  void areRight() throws IOException {
    JsonNode sums = sums();
    assertThat(sums.path("difference").asInt(-1)).as(sums.toString()).isZero();
    assertThat(sums.path("enrich").path("underWay").asInt()).isZero();

    assertThat(all(Topics.ARTICLES_ENRICHED))
        .extracting(EnrichedArticle::title)
        .filteredOn(title -> title.startsWith(KnownNews.TITLE))
        .containsExactlyInAnyOrderElementsOf(news.titles());

    Map<String, List<Alert>> alerts =
        all(Topics.ALERTS).stream().collect(Collectors.groupingBy(Alert::alert));
    assertThat(alerts).hasSize(news.events());
    assertThat(alerts.values())
        .allSatisfy(
            changes -> {
              assertThat(changes).filteredOn(Alert::page).hasSize(1);
              assertThat(changes).extracting(Alert::articleCount).contains(2);
            });
    assertThatEachWasToldOnce(alerts);
  }

  private void assertThatEachWasToldOnce(Map<String, List<Alert>> alerts) {
    Map<String, Long> delivered =
        all(Topics.DELIVERIES).stream()
            .filter(each -> each.page() && each.outcome() == Delivery.Outcome.DELIVERED)
            .flatMap(each -> each.alerts().stream())
            .collect(Collectors.groupingBy(alert -> alert, Collectors.counting()));
    assertThat(delivered.keySet()).isEqualTo(alerts.keySet());
    assertThat(delivered.values()).allMatch(times -> times == 1);
    assertThat(desk.pagesOfAlerts().keySet()).isEqualTo(alerts.keySet());
    assertThat(desk.pagesOfAlerts().values()).allSatisfy(pages -> assertThat(pages).hasSize(1));
  }

  int deadLetters() throws IOException {
    return sums().path("enrich").path("deadLetters").asInt();
  }

  /** As {@code slugline ledger} says. */
  private JsonNode sums() throws IOException {
    CommandAnswer ledger =
        CommandAnswer.of(
            "ledger", "--bootstrap-servers", cluster.bootstrapServers(), "--output", "json");
    return Json.mapper().readTree(ledger.lastLine());
  }

  private <V> List<V> all(Topic<V> topic) {
    List<V> all = new ArrayList<>();
    try (TopicReader<V> reader = TopicReader.fromBeginning(cluster, topic)) {
      while (!reader.atEnd()) all.addAll(reader.poll(Duration.ofMillis(200)));
    }
    return all;
  }
}
