package io.slugline.enrich.name;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.perceptron.PerceptronModel;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ext.ExtensionLoader;

/** The trained model as OpenNLP keeps it: a zip with the weights of every predicate. */
final class NameModel {
  private static final String WEIGHTS = "nameFinder.model";

  private NameModel() {}

  /** Reads the weights through OpenNLP's own reader, and keeps numbers only. */
  static Weights read(InputStream stream) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(stream, 1 << 16))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.getName().equals(WEIGHTS)) continue;
        DataInputStream bytes = new DataInputStream(new BufferedInputStream(zip, 1 << 16));
        return weights(new GenericModelReader(new BinaryFileDataReader(bytes)).getModel());
      }
    }
    throw new IOException("no " + WEIGHTS + " in the model");
  }

  private static Weights weights(AbstractModel model) {
    Object[] structures = model.getDataStructures();
    @SuppressWarnings("unchecked")
    Map<String, Context> predicates = (Map<String, Context>) structures[1];
    String[] outcomes = (String[]) structures[2];
    Weights weights = new Weights(predicates.size());
    predicates.forEach((predicate, context) -> fill(weights, predicate, context, outcomes));
    return weights;
  }

  private static void fill(Weights weights, String predicate, Context context, String[] outcomes) {
    int row = weights.add(Template.key(predicate));
    int[] tags = context.getOutcomes();
    for (int at = 0; at < tags.length; at++) {
      weights.all()[row + Tags.of(outcomes[tags[at]])] = (float) context.getParameters()[at];
    }
  }

  /**
   * Writes a model that OpenNLP's name finder reads.
   *
   * @param predicates those that have a row in the weights
   */
  static void write(Weights weights, Collection<String> predicates, OutputStream out)
      throws IOException {
    String[] outcomes = new String[Tags.COUNT];
    for (int tag = 0; tag < outcomes.length; tag++) outcomes[tag] = Tags.outcome(tag);
    String[] labels = predicates.stream().sorted().toArray(String[]::new);
    Context[] contexts = new Context[labels.length];
    for (int at = 0; at < labels.length; at++) contexts[at] = context(weights, labels[at]);
    // OpenNLP makes objects only of classes that somebody has vouched for.
    ExtensionLoader.registerAllowedPackage(NameModel.class.getPackageName());
    new TokenNameFinderModel(
            "eng",
            new PerceptronModel(contexts, labels, outcomes),
            1,
            new byte[0],
            Map.of(),
            Map.of(),
            new BilouCodec(),
            new NameFinderFactory())
        .serialize(out);
  }

  private static Context context(Weights weights, String predicate) {
    int row = weights.row(Template.key(predicate));
    int[] tags =
        IntStream.range(0, Tags.COUNT).filter(tag -> weights.all()[row + tag] != 0).toArray();
    return new Context(
        tags, IntStream.of(tags).mapToDouble(tag -> weights.all()[row + tag]).toArray());
  }
}
