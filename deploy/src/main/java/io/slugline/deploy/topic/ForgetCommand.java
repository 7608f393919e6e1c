package io.slugline.deploy.topic;

import io.slugline.contract.Action;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Topics;
import io.slugline.deploy.command.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code slugline forget}: orders that nothing is kept of an article's text. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    description = {
      "Erases an article: stores, alerts and console drop its text at once, topics as records age.",
      "1 when there is no such article."
    })
public final class ForgetCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  @Mixin private ClusterOption clusterOption;
  @Spec private CommandSpec spec;

  @Option(names = "--article", required = true, paramLabel = "ID", description = "its id")
  private String article = "";

  @Option(
      names = "--by",
      defaultValue = "${sys:user.name}",
      paramLabel = "NAME",
      description = "who orders it (${DEFAULT-VALUE})")
  private String by = "";

  @Option(names = "--note", paramLabel = "WHY", description = "kept with the order")
  private @Nullable String note;

  @Override
  public Integer call() throws Exception {
    try (OpenCluster open = clusterOption.open()) {
      if (!isKnown(open.cluster())) {
        spec.commandLine().getErr().println("no article " + article + " on articles.enriched");
        return ExitCode.NO;
      }
      write(open.cluster(), order());
      spec.commandLine().getErr().println("ordered: nothing is kept of " + article);
      return ExitCode.DONE;
    }
  }

  private Action order() {
    Action.Target target = new Action.Target(null, null, null, null, article, null, null, null);
    return new Action(
        "forget/" + article, Action.Kind.FORGET, Instant.now(), by, target, List.of(), null, note);
  }

  private boolean isKnown(Cluster cluster) {
    try (TopicReader<EnrichedArticle> reader =
        TopicReader.fromBeginning(cluster, Topics.ARTICLES_ENRICHED)) {
      while (!reader.atEnd()) {
        for (EnrichedArticle one : reader.poll(PATIENCE)) {
          if (one.id().equals(article)) return true;
        }
      }
    }
    return false;
  }

  private static void write(Cluster cluster, Action order)
      throws ExecutionException, InterruptedException {
    Map<String, Object> client = cluster.clientProperties();
    client.put("acks", "all");
    try (var producer =
        new KafkaProducer<>(
            client,
            Topics.ACTIONS.keySerde().serializer(),
            Topics.ACTIONS.valueSerde().serializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  cluster.nameOf(Topics.ACTIONS),
                  null,
                  order.at().toEpochMilli(),
                  order.id(),
                  order))
          .get();
    }
  }
}
