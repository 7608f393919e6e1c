package io.slugline.alerting.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticlesTest {
  private final Articles articles = new Articles();

  @Test
  void whatAReplayChangedHoldsAlsoWhenItIsReadFirst() throws IOException {
    articles.take(record("a1", "s2", 9, "a1", false), new Place(0, 1));

    articles.take(record("a1", "s1", 3, null, false), new Place(1, 1));

    assertThat(articles.of("s2")).extracting(ArticleLine::id).containsExactly("a1");
    assertThat(articles.of("s1")).isEmpty();
  }

  @Test
  void anArticleThatGotAnotherIdIsThereOnce() throws IOException {
    articles.take(record("a1", "s1", 3, null, false), new Place(0, 1));

    articles.take(record("b1", "s1", 9, "a1", false), new Place(0, 2));

    assertThat(articles.of("s1")).extracting(ArticleLine::id).containsExactly("b1");
  }

  @Test
  void anArticleThatIsWithdrawnIsGone() throws IOException {
    articles.take(record("a1", "s1", 3, null, false), new Place(0, 1));

    articles.take(record("a1", "s1", 9, "a1", true), new Place(0, 2));
    articles.take(record("a1", "s1", 3, null, false), new Place(1, 1));

    assertThat(articles.all()).isEmpty();
  }

  private static EnrichedArticle record(
      String id, String story, long sequence, @Nullable String before, boolean withdrawn)
      throws IOException {
    Path example = Path.of("../contract/src/test/resources/examples/articles.enriched/1.json");
    ObjectNode record = (ObjectNode) Json.mapper().readTree(example.toFile());
    record.put("id", id).put("sequence", sequence);
    record.withObject("/story").put("id", story);
    if (before != null) {
      ObjectNode supersedes = record.putObject("supersedes").put("replay", "r1");
      supersedes.put("article", before).put("sequence", 3);
      if (withdrawn) supersedes.put("withdrawn", true);
    }
    return Json.mapper().treeToValue(record, EnrichedArticle.class);
  }
}
