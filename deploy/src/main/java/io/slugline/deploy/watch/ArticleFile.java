package io.slugline.deploy.watch;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An article in a file of its own. */
final class ArticleFile {
  private ArticleFile() {}

  static EnrichedArticle read(Path path, ArticleMaker maker) throws IOException {
    String text = Files.readString(path, StandardCharsets.UTF_8);
    boolean json = path.toString().endsWith(".json") || path.toString().endsWith(".jsonl");
    return json ? maker.fromJson(Json.mapper().readTree(text)) : maker.fromText(text);
  }
}
