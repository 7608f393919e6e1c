package io.slugline.alerting.watch;

import io.slugline.contract.Watch;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a watch says of its steps of escalation: {@code escalate: {outlets: 5}}. */
final class EscalateReader {
  private final YamlMap map;
  private final YamlMap.Complaints complaints;

  private EscalateReader(YamlMap map, YamlMap.Complaints complaints) {
    this.map = map;
    this.complaints = complaints;
  }

  /** Null where the watch says nothing of them. */
  static Watch.@Nullable Escalate read(YamlMap watch, YamlMap.Complaints complaints) {
    Node node = watch.optional("escalate");
    if (node == null) return null;
    YamlMap map = new YamlMap(node, watch.watch(), complaints);
    map.allowOnly(Set.of("severity", "outlets", "surge", "entity"));
    return new EscalateReader(map, complaints).read();
  }

  private Watch.Escalate read() {
    return new Watch.Escalate(
        flag("severity", true),
        (int) number("outlets", true),
        number("surge", false),
        flag("entity", false));
  }

  private boolean flag(String key, boolean absent) {
    String text = map.optionalText(key);
    if (text == null) return absent;
    if (!text.equals("true") && !text.equals("false")) problem(key, "is true or false");
    return text.equals("true");
  }

  /**
   * A number above one; 0 where there is none.
   *
   * @param isWhole whether parts of one are refused
   */
  private double number(String key, boolean isWhole) {
    String text = map.optionalText(key);
    if (text == null) return 0;
    String digits = isWhole ? "[0-9]{1,6}" : "[0-9]{1,6}(\\.[0-9]+)?";
    if (text.matches(digits) && Double.parseDouble(text) > 1) return Double.parseDouble(text);
    problem(key, "is a " + (isWhole ? "whole number" : "number") + " above 1");
    return 0;
  }

  private void problem(String key, String what) {
    complaints.about(map.watch(), map.valueOf(key), "'" + key + "' " + what);
  }
}
