package io.slugline.enrich.name;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.SequenceCodec;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;

/** Named in the model's manifest: tells OpenNLP's reader how the predicates are made. */
public final class NameFinderFactory extends TokenNameFinderFactory {

  @Override
  public SequenceCodec<String> createSequenceCodec() {
    return new BilouCodec();
  }

  @Override
  public AdaptiveFeatureGenerator createFeatureGenerators() {
    try (InputStream lexicon = NameFinder.resource("words-en.bin");
        InputStream lists = NameFinder.resource("lists-en.bin")) {
      return new NameFeatures(new WordTraits(Lexicon.read(lexicon)), NameLists.read(lists));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the lexicon", e);
    }
  }
}
