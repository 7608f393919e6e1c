package io.slugline.deploy.train;

import io.slugline.enrich.name.NameTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learns to find names. */
@Command(
    name = "names",
    mixinStandardHelpOptions = true,
    description = "Learns to find names, from marked texts; see MODEL_CARD.md beside the model.")
final class Names implements Callable<Integer> {

  @Option(
      names = "--corpora",
      required = true,
      description = "folder of wikigold, redocred, crossner, uner-ewt-dev, uner-ewt-test and gmb")
  private Path corpora = Path.of("");

  @Option(
      names = "--word-lists",
      required = true,
      description = "folder of the lexica in nlp4j-english-1.1.3.jar, unpacked")
  private Path wordLists = Path.of("");

  @Option(
      names = "--articles",
      required = true,
      description = "running text, whose single words are counted; gzipped JSON Lines")
  private Path articles = Path.of("");

  @Option(
      names = "--out",
      required = true,
      description = "folder of the three files; a lexicon or lists that are there are kept")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    new NameTraining(corpora, wordLists, articles, out, System.err).run();
    return 0;
  }
}
