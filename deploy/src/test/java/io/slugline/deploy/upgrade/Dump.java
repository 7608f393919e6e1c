package io.slugline.deploy.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.slugline.contract.Cluster;
import io.slugline.contract.Topic;
import io.slugline.deploy.broker.EmbeddedBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier build left on its topics, the internal ones among them, and how far its groups
 * had read: one JSON object a line. The first build is commit 9c75932: {@code run --until-idle} on
 * the samples, and {@code main} on its data folder.
 */
final class Dump {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Dump() {}

  /** A topic, a record, or a group's offset: whichever is there. */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
  record Line(
      String topic,
      int partition,
      int partitions,
      boolean compacted,
      long offset,
      long time,
      @Nullable String group,
      byte @Nullable [] key,
      byte @Nullable [] value,
      @Nullable Map<String, byte[]> headers) {

    static Line of(String topic, int partitions) {
      boolean compacted = topic.endsWith("-changelog");
      return new Line(topic, 0, partitions, compacted, 0, 0, null, null, null, null);
    }

    static Line of(ConsumerRecord<byte[], byte[]> record) {
      Map<String, byte[]> headers = new TreeMap<>();
      for (Header header : record.headers()) headers.put(header.key(), header.value());
      return new Line(
          record.topic(),
          record.partition(),
          0,
          false,
          record.offset(),
          record.timestamp(),
          null,
          record.key(),
          record.value(),
          headers);
    }

    static Line of(String group, TopicPartition at, long offset) {
      return new Line(at.topic(), at.partition(), 0, false, offset, 0, group, null, null, null);
    }
  }

  /** Puts a dump on an empty cluster. */
  static void load(Path file, Cluster cluster) throws Exception {
    List<Line> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(JSON.readValue(line, Line.class));
      }
    }
    try (Admin admin = Admin.create(cluster.clientProperties())) {
      List<NewTopic> topics =
          lines.stream().filter(line -> line.partitions() > 0).map(Dump::topic).toList();
      admin.createTopics(topics).all().get();
      Map<TopicPartition, List<Long>> offsets = produce(lines, cluster);
      for (var group : groups(lines, offsets).entrySet()) {
        admin.alterConsumerGroupOffsets(group.getKey(), group.getValue()).all().get();
      }
    }
  }

  /** Marks of transactions and compacted records took offsets there, and take none here. */
  private static Map<String, Map<TopicPartition, OffsetAndMetadata>> groups(
      List<Line> lines, Map<TopicPartition, List<Long>> offsets) {
    Map<String, Map<TopicPartition, OffsetAndMetadata>> groups = new HashMap<>();
    for (Line line : lines) {
      if (line.group() == null) continue;
      TopicPartition at = new TopicPartition(line.topic(), line.partition());
      long before =
          offsets.getOrDefault(at, List.of()).stream().filter(o -> o < line.offset()).count();
      groups
          .computeIfAbsent(line.group(), group -> new HashMap<>())
          .put(at, new OffsetAndMetadata(before));
    }
    return groups;
  }

  /** Nothing is ever too old: the dump grows older than any topic keeps records. */
  private static NewTopic topic(Line line) {
    return new NewTopic(line.topic(), line.partitions(), (short) 1)
        .configs(
            Map.of(
                "retention.ms",
                "-1",
                "cleanup.policy",
                line.compacted() ? "compact" : "delete",
                "max.message.bytes",
                String.valueOf(Topic.MAX_RECORD_BYTES)));
  }

  private static Map<TopicPartition, List<Long>> produce(List<Line> lines, Cluster cluster) {
    Map<TopicPartition, List<Long>> offsets = new HashMap<>();
    Map<String, Object> settings = cluster.clientProperties();
    // A batch that overtakes the first one of a new partition is refused.
    settings.put("max.in.flight.requests.per.connection", 1);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (Line line : lines) {
        if (line.headers() == null) continue;
        RecordHeaders headers = new RecordHeaders();
        line.headers().forEach(headers::add);
        producer.send(
            new ProducerRecord<>(
                line.topic(), line.partition(), line.time(), line.key(), line.value(), headers));
        offsets
            .computeIfAbsent(
                new TopicPartition(line.topic(), line.partition()), at -> new ArrayList<>())
            .add(line.offset());
      }
    }
    return offsets;
  }

  /** {@code DATA FILE}: the data folder of a run that has ended, and where the dump goes. */
  public static void main(String[] arguments) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0], "broker"), 0)) {
      write(new Cluster(broker.bootstrapServers(), "", Map.of()), Path.of(arguments[1]));
    }
  }

  private static void write(Cluster cluster, Path file) throws Exception {
    try (Writer out =
            new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8);
        Admin admin = Admin.create(cluster.clientProperties())) {
      for (String topic : new TreeSet<>(admin.listTopics().names().get())) {
        write(cluster, topic, out);
      }
      for (GroupListing group : admin.listGroups().all().get()) {
        var offsets =
            admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get();
        for (var each : offsets.entrySet()) {
          line(out, Line.of(group.groupId(), each.getKey(), each.getValue().offset()));
        }
      }
    }
  }

  private static void write(Cluster cluster, String topic, Writer out) throws IOException {
    Map<String, Object> settings = cluster.clientProperties();
    settings.put("isolation.level", "read_committed");
    settings.put("max.partition.fetch.bytes", Topic.MAX_RECORD_BYTES);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList();
      line(out, Line.of(topic, all.size()));
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (all.stream().anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          line(out, Line.of(record));
        }
      }
    }
  }

  private static void line(Writer out, Line line) throws IOException {
    out.write(JSON.writeValueAsString(line) + "\n");
  }
}
