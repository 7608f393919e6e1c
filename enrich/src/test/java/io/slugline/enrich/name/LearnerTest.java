package io.slugline.enrich.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.MentionType;
import io.slugline.enrich.name.training.Sentence;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnerTest {
  private static final byte PERSON = (byte) Tags.unit(MentionType.PERSON);
  private static final byte PLACE = (byte) Tags.unit(MentionType.LOCATION);

  private final PredicateKeys keys =
      new PredicateKeys(new WordTraits(Lexicon.empty()), NameLists.empty());

  @Test
  void whatWasMarkedIsLearnedAndTheSameEachTime() {
    List<Sentence> marked =
        IntStream.range(0, 40)
            .boxed()
            .flatMap(any -> List.of(of("in", "Rome", PLACE), of("said", "Anna", PERSON)).stream())
            .toList();

    Weights first = learned(marked);
    Weights second = learned(marked);

    assertThat(first.all()).isEqualTo(second.all());
    Sample unseen = Sample.of(of("in", "Oslo", PLACE), keys, first);
    assertThat(new Learner(first, 1).tags(unseen)).containsExactly(Tags.OUTSIDE, PLACE);
  }

  private Weights learned(List<Sentence> marked) {
    PredicateCounts counts = new PredicateCounts();
    marked.forEach(sentence -> Sample.count(sentence, keys, counts));
    Weights weights = counts.rows(2);
    new Learner(weights, 1)
        .learn(marked.stream().map(one -> Sample.of(one, keys, weights)).toList(), 3);
    return weights;
  }

  private static Sentence of(String word, String name, byte tag) {
    return new Sentence(new String[] {word, name}, new byte[] {Tags.OUTSIDE, tag});
  }
}
