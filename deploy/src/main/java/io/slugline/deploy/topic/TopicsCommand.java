package io.slugline.deploy.topic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Json;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.command.ConfigOption;
import io.slugline.deploy.command.ExitCode;
import io.slugline.deploy.command.Output;
import io.slugline.deploy.config.KafkaSettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code slugline topics}: the catalogue on a cluster. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "create|describe",
    description = "Creates or describes the topics of the catalogue.")
public final class TopicsCommand {
  @Spec private CommandSpec spec;

  @Command(
      mixinStandardHelpOptions = true,
      description = "Creates what is missing; what exists stays as it is.")
  int create(@Mixin ConfigOption config) throws Exception {
    KafkaSettings settings = config.readWithCluster().kafka();
    List<String> created = new TopicSetup(settings).create();
    created.forEach(name -> spec.commandLine().getOut().println("created " + name));
    spec.commandLine()
        .getErr()
        .printf(
            "%d created, %d were there%n", created.size(), Topics.all().size() - created.size());
    return ExitCode.DONE;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows each topic: key, value, partitions, retention. 1 when one is missing.")
  int describe(
      @Mixin ConfigOption config,
      @Option(names = "--output", defaultValue = "text", paramLabel = "text|json") Output output)
      throws Exception {
    KafkaSettings settings = config.readWithCluster().kafka();
    Map<String, TopicDescription> existing = existing(settings);
    PrintWriter out = spec.commandLine().getOut();
    boolean missing = false;
    for (Topic<?> topic : Topics.all()) {
      TopicDescription found = existing.get(settings.cluster().nameOf(topic));
      int partitions = found == null ? 0 : found.partitions().size();
      missing |= found == null;
      if (output == Output.json)
        out.println(json(settings.cluster().nameOf(topic), topic, partitions));
      else out.println(text(settings.cluster().nameOf(topic), topic, partitions));
    }
    return missing ? ExitCode.NO : ExitCode.DONE;
  }

  private static Map<String, TopicDescription> existing(KafkaSettings settings)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(settings.cluster().clientProperties())) {
      var names = admin.listTopics().names().get();
      List<String> ours =
          Topics.all().stream().map(settings.cluster()::nameOf).filter(names::contains).toList();
      return admin.describeTopics(ours).allTopicNames().get();
    }
  }

  private static String text(String name, Topic<?> topic, int partitions) {
    return "%-20s %-10s %-18s key: %s, %s"
        .formatted(
            name,
            partitions == 0 ? "missing" : partitions + " part.",
            topic.type().getSimpleName(),
            topic.key(),
            topic.compacted() ? "compacted" : "kept " + topic.retention().toDays() + " days");
  }

  private static ObjectNode json(String name, Topic<?> topic, int partitions) {
    return Json.mapper()
        .createObjectNode()
        .put("topic", name)
        .put("exists", partitions > 0)
        .put("partitions", partitions)
        .put("value", topic.type().getSimpleName())
        .put("key", topic.key())
        .put("compacted", topic.compacted())
        .put("retention", topic.retention().toString());
  }
}
