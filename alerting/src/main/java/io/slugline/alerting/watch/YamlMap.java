package io.slugline.alerting.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a watch list whose every key and value knows its place in the file. */
final class YamlMap {
  private final Node node;
  private final String watch;
  private final Complaints complaints;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

  /** Takes problems, each with the node it is about. */
  interface Complaints {
    void about(String watch, Node at, String message);
  }

  YamlMap(Node node, String watch, Complaints complaints) {
    this.node = node;
    this.watch = watch;
    this.complaints = complaints;
    if (!(node instanceof MappingNode mapping)) {
      complaints.about(watch, node, "a mapping is expected here");
      return;
    }
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) continue;
      if (entries.put(key.getValue(), entry) != null) {
        complaints.about(watch, key, "the key '" + key.getValue() + "' appears twice");
      }
    }
  }

  String watch() {
    return watch;
  }

  void allowOnly(Set<String> keys) {
    entries.forEach(
        (key, entry) -> {
          if (keys.contains(key)) return;
          String known = String.join(", ", new TreeSet<>(keys));
          complaints.about(watch, entry.getKeyNode(), "no key '" + key + "': " + known);
        });
  }

  /** The value of a key; the mapping itself where the key is missing. */
  Node valueOf(String key) {
    Node value = optional(key);
    return value == null ? node : value;
  }

  @Nullable Node optional(String key) {
    NodeTuple entry = entries.get(key);
    return entry == null ? null : entry.getValueNode();
  }

  /** A text that must be there. */
  @Nullable String text(String key) {
    if (node instanceof MappingNode && optional(key) == null) {
      complaints.about(watch, node, "'" + key + "' is missing");
    }
    String text = optionalText(key);
    if (text == null || !text.isBlank()) return text;
    complaints.about(watch, valueOf(key), "'" + key + "' is empty");
    return null;
  }

  @Nullable String optionalText(String key) {
    Node value = optional(key);
    if (value == null) return null;
    if (value instanceof ScalarNode scalar) return scalar.getValue();
    complaints.about(watch, value, "'" + key + "' is a text");
    return null;
  }

  List<Node> list(String key) {
    Node value = optional(key);
    if (value instanceof SequenceNode sequence) return sequence.getValue();
    complaints.about(watch, valueOf(key), "'" + key + "' is a list");
    return List.of();
  }

  List<String> texts(String key) {
    if (optional(key) == null) return List.of();
    List<String> texts = new ArrayList<>();
    for (Node item : list(key)) {
      if (item instanceof ScalarNode scalar) texts.add(scalar.getValue());
      else complaints.about(watch, item, "'" + key + "' is a list of texts");
    }
    return texts;
  }
}
