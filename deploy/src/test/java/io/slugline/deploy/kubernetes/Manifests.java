package io.slugline.deploy.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The resources of {@code deploy/kubernetes}. */
public record Manifests(List<JsonNode> all) {
  static final Path ROOT = Path.of("kubernetes");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** Those of one file. */
  public static Manifests file(String path) throws IOException {
    return new Manifests(parse(Files.readString(ROOT.resolve(path))));
  }

  /** Those of an overlay, put together as a cluster gets them. */
  static Manifests built(Path overlay) throws IOException, InterruptedException {
    Process kubectl =
        new ProcessBuilder("kubectl", "kustomize", overlay.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text = new String(kubectl.getInputStream().readAllBytes(), UTF_8);
    if (kubectl.waitFor() != 0) throw new IOException(overlay + " cannot be built");
    return new Manifests(parse(text));
  }

  static boolean canBeBuilt() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
  }

  public List<JsonNode> of(String kind) {
    return all.stream().filter(resource -> resource.path("kind").asText().equals(kind)).toList();
  }

  JsonNode named(String kind, String name) {
    return of(kind).stream()
        .filter(resource -> nameOf(resource).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }

  public static String nameOf(JsonNode resource) {
    return resource.at("/metadata/name").asText();
  }

  private static List<JsonNode> parse(String text) throws IOException {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      return documents.readAll();
    }
  }
}
