package io.slugline.deploy;

import io.slugline.enrich.gazetteer.build.GazetteerBuild;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slugline gazetteer-build}: makes the gazetteer's files anew from the lists. */
@Command(
    name = "gazetteer-build",
    mixinStandardHelpOptions = true,
    description = "Makes the gazetteer's files from open lists and counts of words in news.")
public final class GazetteerCommand implements Callable<Integer> {
  @Option(
      names = "--lists",
      required = true,
      paramLabel = "DIR",
      description = "cities, ports, countries, sanctions, actors, companies, ships")
  private Path lists = Path.of("");

  @Option(
      names = "--articles",
      required = true,
      paramLabel = "FILE",
      description = "news whose words are counted, JSON Lines with a text")
  private Path articles = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "folder the files go to")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    int entities = new GazetteerBuild(lists, articles, out).write();
    System.out.println(entities + " entities");
    return 0;
  }
}
