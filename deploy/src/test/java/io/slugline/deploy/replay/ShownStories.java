package io.slugline.deploy.replay;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.alerting.console.Console;
import io.slugline.alerting.console.ConsoleConfig;
import io.slugline.alerting.console.page.Outside;
import io.slugline.contract.Cluster;
import io.slugline.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A console, asked page by page for the story that each article stands in. */
final class ShownStories implements AutoCloseable {
  private static final Pattern STORY = Pattern.compile("href=\"/story/([^\"]+)\">← the story");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Console.Started started;

  ShownStories(Cluster cluster) throws IOException {
    Console.Serving serving =
        new Console.Serving(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            ConsoleConfig.standard(),
            "ann",
            List.of());
    started = Console.start(cluster, serving, Outside.none(), Clock.systemUTC());
    await().atMost(Duration.ofSeconds(60)).until(started.console()::ready);
  }

  /** What it shows of the articles that a follower has; nothing of one that it does not show. */
  Map<String, String> of(List<String> followed) throws Exception {
    Map<String, String> stories = new TreeMap<>();
    for (String article : told(followed).keySet()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(started.address()).resolve("/article/" + article))
              .build();
      String page = client.send(request, BodyHandlers.ofString()).body();
      Matcher story = STORY.matcher(page);
      stories.put(article, story.find() ? story.group(1) : "");
    }
    return stories;
  }

  /** The story of each article, as the follower tells it. */
  static Map<String, String> told(List<String> followed) throws IOException {
    Map<String, String> stories = new TreeMap<>();
    for (String line : followed) {
      JsonNode article = Json.mapper().readTree(line);
      stories.put(article.get("article").asText(), article.get("story").asText());
    }
    return stories;
  }

  @Override
  public void close() {
    started.console().close();
  }
}
