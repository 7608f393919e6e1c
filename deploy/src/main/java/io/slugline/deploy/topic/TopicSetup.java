package io.slugline.deploy.topic;

import io.slugline.contract.Cluster;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.config.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the catalogue's topics on a cluster; those that exist stay as they are. */
public final class TopicSetup {
  private final KafkaSettings settings;
  private final Cluster cluster;

  public TopicSetup(KafkaSettings settings) {
    this.settings = settings;
    this.cluster = settings.cluster();
  }

  /** Creates what is missing and gives the names of what it created. */
  public List<String> create() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(cluster.clientProperties())) {
      Set<String> existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          Topics.all().stream()
              .filter(topic -> !existing.contains(cluster.nameOf(topic)))
              .map(this::wanted)
              .toList();
      return create(admin, missing);
    }
  }

  private static List<String> create(Admin admin, List<NewTopic> missing)
      throws ExecutionException, InterruptedException {
    List<String> created = new ArrayList<>();
    for (var result : admin.createTopics(missing).values().entrySet()) {
      try {
        result.getValue().get();
        created.add(result.getKey());
      } catch (ExecutionException e) {
        // Another process was quicker, which is as good.
        if (!(e.getCause() instanceof TopicExistsException)) throw e;
      }
    }
    return created;
  }

  private NewTopic wanted(Topic<?> topic) {
    int partitions = settings.partitions().getOrDefault(topic.name(), topic.partitions());
    Optional<Short> replicas =
        settings.replicationFactor() == 0
            ? Optional.empty()
            : Optional.of((short) settings.replicationFactor());
    return new NewTopic(cluster.nameOf(topic), Optional.of(partitions), replicas)
        .configs(topic.settings());
  }
}
