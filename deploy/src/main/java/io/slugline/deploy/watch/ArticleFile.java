package io.slugline.deploy.watch;

import io.slugline.contract.EnrichedArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** An article in a file of its own. */
final class ArticleFile {
  private ArticleFile() {}

  static EnrichedArticle read(Path path, ArticleMaker maker) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    return maker
        .from(bytes, mediaType(path.toString().toLowerCase(Locale.ROOT)))
        .orElseThrow(() -> new IOException("no article in " + path));
  }

  private static String mediaType(String name) {
    if (name.endsWith(".json") || name.endsWith(".jsonl")) return "application/json";
    return name.endsWith(".html") || name.endsWith(".htm") ? "text/html" : "text/plain";
  }
}
