package io.slugline.deploy.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.alerting.AlertApp;
import io.slugline.alerting.dispatch.DispatchApp;
import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.Alert;
import io.slugline.contract.Cluster;
import io.slugline.contract.Delivery;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.TestKafka;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.topic.TopicScan;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.deploy.topic.WatchUpload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day in fast motion: 5,000 articles, each receiver out once, one of two dispatchers killed. */
class DayIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int ARTICLES = 5000;
  private static final int HOUR = 500;
  private static final List<String> WATCHED =
      List.of("ships", "arms", "crew", "port", "load", "seen");
  private static final String WATCHES =
      """
      watches:
        - {id: ships, title: S, severity: warning, receiver: desk, query: freighter,
           escalate: {outlets: 3}}
        - {id: arms, title: A, severity: critical, receiver: desk, query: rifles}
        - {id: crew, title: C, severity: info, receiver: chat, query: crew}
        - {id: port, title: P, severity: critical, receiver: phone, query: harbour}
        - {id: load, title: L, severity: warning, receiver: mail, query: unloaded}
        - {id: seen, title: W, severity: warning, receiver: wall, query: witness}
      """;

  @TempDir private Path folder;

  @Test
  void everyPageComesOnceAndWhatIsWithheldSaysWhy() throws Exception {
    try (TestKafka kafka = TestKafka.start(folder.resolve("kafka"));
        Hooks hooks = new Hooks(folder)) {
      Cluster cluster = prepared(kafka);
      DayOfNews news = new DayOfNews(cluster);
      DispatchProcess second = DispatchProcess.start(kafka.bootstrapServers(), hooks.ports());
      try (AlertApp alerting =
              AlertApp.start(
                  cluster,
                  Hooks.config(hooks.ports(), "1"),
                  folder.resolve("state"),
                  new SimpleMeterRegistry(),
                  Clock.systemUTC());
          DispatchApp first =
              DispatchApp.start(
                  cluster,
                  Hooks.config(hooks.ports(), "1"),
                  new SimpleMeterRegistry(),
                  Clock.systemUTC())) {
        await().atMost(PATIENCE).until(() -> alerting.ready() && first.ready());
        live(cluster, news, hooks, second);
        await().atMost(PATIENCE).untilAsserted(() -> isTold(cluster));
        await().atMost(PATIENCE).untilAsserted(() -> isExplained(cluster));
        report(cluster, hooks);
      } finally {
        second.kill();
        news.close();
      }
    }
  }

  private static void live(Cluster cluster, DayOfNews news, Hooks hooks, DispatchProcess second)
      throws Exception {
    for (int from = 0; from < ARTICLES; from += HOUR) {
      int hour = from / HOUR;
      String out = hour < Hooks.NAMES.size() ? Hooks.NAMES.get(hour) : null;
      boolean kills = hour == 8;
      int before = hooks.taken().size();
      if (out != null) hooks.out(out);
      if (kills) hooks.answersAfter(Duration.ofMillis(500));
      news.send(from, from + HOUR);
      if (out != null) {
        await().atMost(PATIENCE).until(() -> isMissed(cluster, out));
        hooks.back(out);
      }
      if (kills) {
        await().atMost(PATIENCE).until(() -> hooks.taken().size() > before);
        second.kill();
        hooks.answersAfter(Duration.ZERO);
      }
    }
  }

  /** Whether a delivery to the receiver has failed. */
  private static boolean isMissed(Cluster cluster, String receiver) {
    return read(cluster, Topics.DELIVERIES).stream()
        .anyMatch(
            one ->
                one.receiver().equals(receiver) && one.outcome() == Delivery.Outcome.RETRY_LATER);
  }

  /** Stories x watches, and one escalation for each story. */
  private static void isTold(Cluster cluster) {
    Set<String> wanted = new TreeSet<>();
    for (int story = 0; story < DayOfNews.STORIES; story++) {
      for (String watch : WATCHED) {
        wanted.add(watch + " s" + story + " opened");
      }
      wanted.add("ships s" + story + " escalated");
    }
    List<Delivery> pages = read(cluster, Topics.DELIVERIES).stream().filter(DayIT::isPage).toList();

    assertThat(pages)
        .extracting(one -> one.watch() + " " + one.story() + " " + one.change().word())
        .containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(pages).extracting(Delivery::id).doesNotHaveDuplicates();
    assertThat(pages).allMatch(one -> !Objects.requireNonNull(one.reason()).isBlank());
  }

  private static boolean isPage(Delivery one) {
    return one.page() && one.outcome() == Delivery.Outcome.DELIVERED;
  }

  /** An Alertmanager is told of updates too, so that none is withheld from it. */
  private static void isExplained(Cluster cluster) {
    Map<String, Long> quiet =
        read(cluster, Topics.ALERTS).stream()
            .filter(alert -> !alert.page() && !alert.receiver().equals("wall"))
            .collect(Collectors.groupingBy(Alert::alert, Collectors.counting()));
    Set<String> ids = new HashSet<>();
    Map<String, Long> withheld =
        read(cluster, Topics.DELIVERIES).stream()
            .filter(one -> one.outcome() == Delivery.Outcome.WITHHELD && ids.add(one.id()))
            .filter(one -> one.gate() != null && one.reason() != null)
            .collect(Collectors.groupingBy(one -> one.alerts().get(0), Collectors.counting()));

    assertThat(quiet).isNotEmpty();
    assertThat(withheld).isEqualTo(quiet);
  }

  /** One attempt is in flight at each receiver, and only those may be made again. */
  private static void report(Cluster cluster, Hooks hooks) throws IOException {
    List<String> taken = hooks.taken();
    Set<String> distinct = new HashSet<>(taken);
    int repeats = taken.size() - distinct.size();
    List<Delivery> told = read(cluster, Topics.DELIVERIES);
    List<Delivery> pages = told.stream().filter(DayIT::isPage).toList();
    long toPeople = pages.stream().filter(one -> !one.receiver().equals("wall")).count();
    long notified = distinct.stream().filter(one -> !one.startsWith("wall ")).count();
    System.out.printf(
        "day: %d pages; %d of them in %d notifications, the Alertmanager told %d times;"
            + " %d repeated; %d withheld%n",
        pages.size(),
        toPeople,
        notified,
        distinct.size() - notified,
        repeats,
        told.stream().filter(one -> one.outcome() == Delivery.Outcome.WITHHELD).count());

    assertThat(notified).isLessThan(toPeople);
    assertThat(repeats).isLessThanOrEqualTo(Hooks.NAMES.size());
    assertThat(distinct).noneMatch(one -> one.endsWith(" null"));
    hooks.shownByAlertmanager().ifPresent(alerts -> assertThat(alerts).hasSize(DayOfNews.STORIES));
  }

  private static Cluster prepared(TestKafka kafka) throws Exception {
    KafkaSettings settings = new KafkaSettings(kafka.bootstrapServers(), "", 0, Map.of(), Map.of());
    new TopicSetup(settings).create();
    Instant start = Instant.now().minusSeconds(60);
    new WatchUpload(settings.cluster()).replaceWith(WatchList.read(WATCHES, "ann", start));
    return settings.cluster();
  }

  private static <V> List<V> read(Cluster cluster, Topic<V> topic) {
    List<V> all = new ArrayList<>();
    TopicScan.values(cluster, topic, all::add);
    return all;
  }
}
