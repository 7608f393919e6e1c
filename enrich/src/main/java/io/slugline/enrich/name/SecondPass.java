package io.slugline.enrich.name;

import io.slugline.contract.MentionType;
import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a whole article says of a name, brought to each place where it stands: a form that was found
 * with one type here and another there gets the type it has oftener; a form that was found in one
 * place is found in the others; the last word of a person's full name is that person. One for each
 * article.
 */
final class SecondPass {
  /** A form found for sure less than this, over all its places, is not brought to others. */
  private static final double LEAST_SURE = .6;

  /** Nor is one found in less than this share of its places: it may be a common word. */
  private static final double LEAST_SHARE = .35;

  /** A full name as sure as this makes its last word a person. */
  private static final double LEAST_FULL_NAME = .5;

  /** How sure a name is that the article or its own kind tells. */
  private static final double TOLD = .8;

  /** What a full name counts for its last word, beside the word's own places. */
  private static final double PART = .5;

  /** Bodies of the state that go by their kind: organisations wherever they have a capital. */
  private static final Set<String> BODIES =
      Set.of("Parliament", "Cabinet", "Congress", "Senate", "Assembly");

  private final List<Tokens> fields;
  private final Map<Long, Form> forms = new HashMap<>();
  private final Map<Long, Integer> longest = new HashMap<>();

  /** What was found of one written form. */
  private static final class Form {
    private final double[] sums = new double[3];
    private double asPart;

    /** By letters in brackets or its own kind: needs no share of its places. */
    private boolean told;

    private int found;
    private int missed;

    private double sum(int type) {
      return sums[type] + (type == 0 ? asPart * PART : 0);
    }

    private int type() {
      int best = 0;
      for (int type = 1; type < sums.length; type++) {
        if (sum(type) > sum(best)) best = type;
      }
      return best;
    }

    private boolean spreads() {
      if (told) return true;
      if (asPart >= LEAST_FULL_NAME && type() == 0) return true;
      return sum(type()) >= LEAST_SURE && sum(type()) >= LEAST_SHARE * (found + missed);
    }
  }

  private record Missed(int first, int end, Form form) {}

  SecondPass(List<Tokens> fields) {
    this.fields = fields;
  }

  List<List<Name>> refine(List<List<Name>> found) {
    for (int field = 0; field < fields.size(); field++) {
      for (Name name : found.get(field)) learn(fields.get(field), name);
    }
    List<List<Missed>> missed = new ArrayList<>();
    for (int field = 0; field < fields.size(); field++) {
      missed.add(missed(fields.get(field), found.get(field)));
    }
    List<List<Name>> refined = new ArrayList<>();
    for (int field = 0; field < fields.size(); field++) {
      refined.add(refined(fields.get(field), found.get(field), missed.get(field)));
    }
    return refined;
  }

  private void learn(Tokens tokens, Name name) {
    Form form = form(tokens, name.firstToken(), name.endToken());
    form.sums[name.type().ordinal()] += name.confidence();
    form.found++;
    if (name.type() != MentionType.PERSON) learnLetters(tokens, name);
    boolean fullName = name.type() == MentionType.PERSON && name.endToken() - name.firstToken() > 1;
    if (fullName) {
      Form part = form(tokens, name.endToken() - 1, name.endToken());
      part.asPart = Math.max(part.asPart, name.confidence());
    }
  }

  /** "World Food Programme (WFP)": the letters in brackets are what stands before them. */
  private void learnLetters(Tokens tokens, Name name) {
    int open = name.endToken();
    if (open + 2 >= tokens.size() || name.endToken() - name.firstToken() < 2) return;
    boolean bracketed =
        tokens.text().charAt(tokens.start(open)) == '('
            && tokens.text().charAt(tokens.start(open + 2)) == ')';
    if (!bracketed || !isLettersOf(tokens, open + 1, name)) return;
    Form letters = form(tokens, open + 1, open + 2);
    letters.sums[name.type().ordinal()] += 1 + name.confidence();
    letters.told = true;
  }

  private static boolean isLettersOf(Tokens tokens, int token, Name name) {
    String letters = tokens.word(token);
    boolean capitals = letters.length() > 1 && letters.chars().allMatch(Character::isUpperCase);
    return capitals && letters.charAt(0) == tokens.text().charAt(tokens.start(name.firstToken()));
  }

  private Form form(Tokens tokens, int first, int end) {
    longest.merge(key(tokens, first, first + 1), end - first, Math::max);
    return forms.computeIfAbsent(key(tokens, first, end), any -> new Form());
  }

  private static long key(Tokens tokens, int first, int end) {
    long key = end - first;
    for (int token = first; token < end; token++) {
      key = Hashes.join(key, Hashes.of(tokens.text(), tokens.start(token), tokens.end(token)));
    }
    return key;
  }

  private List<Missed> missed(Tokens tokens, List<Name> found) {
    List<Missed> missed = new ArrayList<>();
    int next = 0;
    for (int token = 0; token < tokens.size(); ) {
      while (next < found.size() && found.get(next).endToken() <= token) next++;
      int limit = next < found.size() ? found.get(next).firstToken() : tokens.size();
      if (limit <= token) {
        token = found.get(next).endToken();
        continue;
      }
      Missed here = missedAt(tokens, token, limit);
      if (here != null) {
        here.form().missed++;
        missed.add(here);
      }
      token = here == null ? token + 1 : here.end();
    }
    return missed;
  }

  private @Nullable Missed missedAt(Tokens tokens, int token, int limit) {
    if (!Character.isUpperCase(tokens.text().charAt(tokens.start(token)))) return null;
    int most = longest.getOrDefault(key(tokens, token, token + 1), 1);
    int last = Math.min(limit, tokens.endToken(tokens.sentenceOf(token)));
    for (int end = Math.min(last, token + most); end > token; end--) {
      Form form = forms.get(key(tokens, token, end));
      if (form == null && end == token + 1) form = body(tokens, token);
      if (form != null) return new Missed(token, end, form);
    }
    return null;
  }

  /** A body of the state that goes by its kind. */
  private @Nullable Form body(Tokens tokens, int token) {
    if (!BODIES.contains(tokens.word(token))) return null;
    Form form = form(tokens, token, token + 1);
    form.sums[MentionType.ORGANIZATION.ordinal()] += 1;
    form.told = true;
    return form;
  }

  private List<Name> refined(Tokens tokens, List<Name> found, List<Missed> missed) {
    List<Name> names = new ArrayList<>();
    for (Name name : found) names.add(relabelled(tokens, name));
    for (Missed one : missed) {
      if (one.form().spreads()) names.add(spread(one));
    }
    names.sort(Comparator.comparingInt(Name::firstToken));
    return names;
  }

  private Name relabelled(Tokens tokens, Name name) {
    Form form = form(tokens, name.firstToken(), name.endToken());
    int type = form.type();
    int own = name.type().ordinal();
    if (form.sum(type) <= form.sum(own)) return name;
    return new Name(
        name.firstToken(),
        name.endToken(),
        MentionType.values()[type],
        Math.min(1, form.sum(type) / form.found));
  }

  private static Name spread(Missed missed) {
    int type = missed.form().type();
    Form form = missed.form();
    double confidence = form.told ? TOLD : form.sum(type) / (form.found + form.missed);
    return new Name(
        missed.first(), missed.end(), MentionType.values()[type], Math.min(1, confidence));
  }
}
