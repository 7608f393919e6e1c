package io.slugline.deploy.train;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.deploy.eval.StoryItems;
import io.slugline.enrich.story.Arrival;
import io.slugline.enrich.story.LikenessTraining;
import io.slugline.enrich.story.LikenessTraining.Example;
import io.slugline.enrich.story.LikenessTraining.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learns the weights of {@code likeness.properties} from the first half of each file. */
@Command(
    name = "story-likeness",
    mixinStandardHelpOptions = true,
    description = "Learns how much each kind of likeness counts, from the first half of each file.")
final class StoryLikeness implements Callable<Integer> {
  private final StoryItems items = new StoryItems();
  private final LikenessTraining training = new LikenessTraining();

  @Option(names = "--dated", required = true, description = "items with stories and dates")
  private Path dated = Path.of("");

  @Option(names = "--undated", required = true, description = "items with stories, without dates")
  private Path undated = Path.of("");

  @Option(names = "--copies", required = true, description = "items with copy groups")
  private Path copies = Path.of("");

  @Option(names = "--judged", required = true, description = "items of the judged pairs")
  private Path judged = Path.of("");

  @Option(names = "--pairs", required = true, description = "the judged pairs")
  private Path pairs = Path.of("");

  @Option(names = "--out", required = true, description = "likeness.properties")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    Map<String, String> copy = training.copies(half(copies, "group"), judgedPairs());
    List<String> lines =
        List.of(
            "# made by: slugline train story-likeness; the constant comes first, see RATIONALE.md",
            "# text, text today, title today, days, same day, crowd",
            "story.dated=" + training.stories(half(dated, "story")),
            "# text, names, phrases, numbers",
            "story.undated=" + training.stories(half(undated, "story")),
            "# containment, Jaccard, numbers, days, length, title",
            "copy.titled=" + copy.get("titled"),
            "# containment, Jaccard, numbers, days, length",
            "copy.untitled=" + copy.get("untitled"));
    Files.write(out, lines);
    return 0;
  }

  private List<Example> half(Path file, String group) throws IOException {
    List<JsonNode> lines = StoryItems.read(file);
    List<Example> examples = new ArrayList<>();
    for (JsonNode item : lines.subList(0, lines.size() / 2)) {
      examples.add(new Example(items.arrival(item), item.path(group).asText()));
    }
    return examples;
  }

  private List<Judged> judgedPairs() throws IOException {
    Map<String, Arrival> byId = new HashMap<>();
    for (JsonNode item : StoryItems.read(judged)) {
      byId.put(item.path("id").asText(), items.arrival(item));
    }
    List<JsonNode> lines = StoryItems.read(pairs);
    List<Judged> all = new ArrayList<>();
    for (JsonNode pair : lines.subList(0, lines.size() / 2)) {
      Arrival left = byId.get(pair.path("a").asText());
      Arrival right = byId.get(pair.path("b").asText());
      String label = pair.path("label").asText();
      if (left == null || right == null || label.equals("unsure")) continue;
      all.add(new Judged(left, right, label.equals("reprint")));
    }
    return all;
  }
}
