package io.slugline.enrich.name;

import io.slugline.enrich.token.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Finds the names of persons, organisations and places in English text.
 *
 * <p>Safe to share between threads.
 */
public final class NameFinder {
  private static final String VERSION = "names-en/1";

  private final Weights weights;
  private final Words words;
  private final NameLists lists;
  private final Edges edges = Edges.load();

  NameFinder(Lexicon lexicon, NameLists lists, Weights weights) {
    this.lists = lists;
    this.weights = weights;
    this.words = new Words(new WordTraits(lexicon), weights);
  }

  /**
   * Reads the model and the lexicon that it was trained with.
   *
   * @throws UncheckedIOException when one of them is missing
   */
  public static NameFinder load() {
    try (InputStream lexicon = resource("words-en.bin");
        InputStream lists = resource("lists-en.bin");
        InputStream model = resource("names-en.bin")) {
      return new NameFinder(Lexicon.read(lexicon), NameLists.read(lists), NameModel.read(model));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the model of names", e);
    }
  }

  /** What a mention says of who found it. */
  public String version() {
    return VERSION;
  }

  /** The names in one text, sentence by sentence. */
  public List<Name> find(Tokens tokens) {
    Decoder decoder = decode(tokens);
    return edges.settle(tokens, names(decoder.tags(), decoder.confidences()));
  }

  /** The names in every field of one article. */
  public List<List<Name>> find(List<Tokens> fields) {
    return new SecondPass(fields).refine(fields.stream().map(this::find).toList());
  }

  Decoder decode(Tokens tokens) {
    Decoder decoder = new Decoder(tokens, words, weights, lists);
    decoder.decode();
    return decoder;
  }

  static List<Name> names(byte[] tags, float[] confidences) {
    List<Name> names = new ArrayList<>();
    int first = -1;
    for (int token = 0; token < tags.length; token++) {
      int tag = tags[token];
      if (Tags.isBegin(tag) || Tags.isUnit(tag)) first = token;
      if (first >= 0 && (Tags.isLast(tag) || Tags.isUnit(tag))) {
        names.add(name(first, token + 1, tag, confidences));
        first = -1;
      }
    }
    return names;
  }

  private static Name name(int first, int end, int tag, float[] confidences) {
    double confidence = 1;
    for (int token = first; token < end; token++) confidence *= confidences[token];
    return new Name(first, end, Tags.type(tag), confidence);
  }

  static InputStream resource(String name) {
    return Objects.requireNonNull(NameFinder.class.getResourceAsStream(name), name);
  }
}
