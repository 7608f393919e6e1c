package io.slugline.deploy.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.slugline.alerting.console.OpenPage;
import io.slugline.alerting.console.OpenPage.Answer;
import io.slugline.contract.Json;
import java.util.List;
import java.util.function.Supplier;

/** {@code /health}, {@code /ready} and {@code /metrics}, whoever serves them. */
public record StatusPages(Supplier<List<Stage>> stages, PrometheusMeterRegistry registry) {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final String JSON = "application/json";

  public List<OpenPage> all() {
    return List.of(
        new OpenPage(
            "/metrics", () -> new Answer(OK, "text/plain; version=0.0.4", registry.scrape())),
        new OpenPage("/health", this::health),
        new OpenPage("/ready", this::readiness));
  }

  private Answer health() {
    boolean healthy = stages.get().stream().allMatch(stage -> stage.problem().get().isEmpty());
    return new Answer(healthy ? OK : UNAVAILABLE, JSON, describe(healthy, "up"));
  }

  private Answer readiness() {
    boolean ready = stages.get().stream().allMatch(stage -> stage.word().equals("ready"));
    return new Answer(ready ? OK : UNAVAILABLE, JSON, describe(ready, "ready"));
  }

  private String describe(boolean good, String word) {
    ObjectNode all = Json.mapper().createObjectNode().put("status", good ? word : "not " + word);
    ObjectNode each = all.putObject("stages");
    for (Stage stage : stages.get()) {
      ObjectNode one = each.putObject(stage.name()).put("state", stage.word());
      stage.problem().get().ifPresent(problem -> one.put("problem", problem));
    }
    return all.toString();
  }
}
