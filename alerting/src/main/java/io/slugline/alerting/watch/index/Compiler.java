package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.query.Query;
import io.slugline.alerting.watch.query.Word;
import java.util.ArrayList;
import java.util.List;

/** Turns a query's tree into a clause and finds what the clause needs. */
final class Compiler {
  private final Literals literals;

  Compiler(Literals literals) {
    this.literals = literals;
  }

  /** A clause, and the literals of which it needs one. */
  record Made(Clause clause, Need need) {}

  Made make(Query query) {
    if (query instanceof Query.All all) return all(all);
    if (query instanceof Query.Any any) return any(any);
    if (query instanceof Query.Not not) {
      Clause part = make(not.part()).clause;
      return new Made(new NotThat(part, not.start(), not.end()), Need.NOTHING);
    }
    if (query instanceof Query.Near near) return near(near);
    if (query instanceof Query.AtLeast least) return atLeast(least);
    if (query instanceof Query.Score score) return score(score);
    if (query instanceof Query.Named named) return named(named);
    return phrase((Query.Phrase) query);
  }

  private Made all(Query.All all) {
    List<Made> parts = makeEach(all.parts());
    return new Made(new AllOf(clauses(parts), all.start(), all.end()), Need.all(needs(parts)));
  }

  private Made any(Query.Any any) {
    List<Made> parts = makeEach(any.parts());
    Need need = Need.any(needs(parts));
    Clause[] clauses = clauses(parts);
    for (Clause clause : clauses) {
      if (!(clause instanceof Clause.Placed)) {
        return new Made(new AnyOf(clauses, any.start(), any.end()), need);
      }
    }
    Clause.Placed[] placed = new Clause.Placed[clauses.length];
    for (int i = 0; i < placed.length; i++) placed[i] = (Clause.Placed) clauses[i];
    return new Made(new AnyPlaced(placed, any.start(), any.end()), need);
  }

  private Made near(Query.Near near) {
    Made left = make(near.left());
    Made right = make(near.right());
    Nearby clause =
        new Nearby(
            (Clause.Placed) left.clause,
            (Clause.Placed) right.clause,
            near.distance(),
            near.ordered(),
            near.start(),
            near.end());
    return new Made(clause, Need.all(List.of(left.need, right.need)));
  }

  private Made atLeast(Query.AtLeast least) {
    List<Made> parts = makeEach(least.parts());
    return new Made(
        new CountOf(least.count(), clauses(parts), least.start(), least.end()),
        Need.atLeast(least.count(), needs(parts)));
  }

  private Made score(Query.Score score) {
    List<Made> parts = new ArrayList<>();
    double[] weights = new double[score.parts().size()];
    for (Query.Weighted part : score.parts()) {
      weights[parts.size()] = part.weight();
      parts.add(make(part.part()));
    }
    return new Made(
        new SumOf(score.threshold(), clauses(parts), weights, score.start(), score.end()),
        Need.sum(score.threshold(), needs(parts), weights));
  }

  private Made named(Query.Named named) {
    int literal = literals.named(named);
    return new Made(
        Leaf.of(literal, named.scope(), named.start(), named.end()),
        Need.literal(literal, Rarity.ofName()));
  }

  private Made phrase(Query.Phrase phrase) {
    if (phrase.words().isEmpty()) {
      Clause nowhere = new AnyPlaced(new Clause.Placed[0], phrase.start(), phrase.end());
      return new Made(nowhere, Need.NEVER);
    }
    if (phrase.slop() > 0 && phrase.words().size() > 1) return loose(phrase);
    int literal = literals.phrase(phrase.words());
    return new Made(
        Leaf.of(literal, phrase.scope(), phrase.start(), phrase.end()),
        Need.literal(literal, Rarity.of(phrase.words())));
  }

  private Made loose(Query.Phrase phrase) {
    Leaf[] words = new Leaf[phrase.words().size()];
    List<Need> needs = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      Word word = phrase.words().get(i);
      words[i] =
          Leaf.of(literals.phrase(List.of(word)), phrase.scope(), phrase.start(), phrase.end());
      needs.add(Need.literal(words[i].literal(), Rarity.of(word)));
    }
    return new Made(new Loose(words, phrase.slop(), phrase.start(), phrase.end()), Need.all(needs));
  }

  private List<Made> makeEach(List<Query> parts) {
    List<Made> made = new ArrayList<>();
    for (Query part : parts) made.add(make(part));
    return made;
  }

  private static Clause[] clauses(List<Made> parts) {
    return parts.stream().map(Made::clause).toArray(Clause[]::new);
  }

  private static List<Need> needs(List<Made> parts) {
    return parts.stream().map(Made::need).toList();
  }
}
