package io.slugline.enrich.gazetteer.build;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns names as registers write them into names as texts write them. */
final class Names {
  private static final Set<String> SMALL =
      Set.of(
          "of", "and", "the", "for", "in", "on", "to", "de", "del", "la", "las", "los", "y", "do",
          "da", "dos", "e", "des", "du", "et", "le", "les", "van", "von", "der", "den", "und", "di",
          "ve", "i");
  private static final Set<String> FAMILY_FIRST = Set.of("KP", "KR", "CN", "TW", "HK", "MM", "VN");
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(?i)[,\\s]+(?:Co|Company|Corp|Corporation|Inc|Incorporated|Ltd|Limited|LLC|L\\.L\\.C|PLC"
              + "|Public Company|N\\.?V|S\\.?A|S\\.?A\\.?B|A\\.?G|SE|AB|ASA|A/S|Oyj|GmbH|KGaA|KG"
              + "|S\\.?p\\.?A|S\\.?R\\.?L|Tbk|Berhad|Bhd|Pte|Pty|JSC|PJSC|OJSC|CJSC|OOO|AO|FZE|FZCO"
              + "|FZC|FZ-LLC|S\\.?A\\.?S|S\\.?L|B\\.?V|de C\\.?V|Group|Private|Sdn"
              + "|\\(publ\\))\\.?$");
  private static final Pattern LEADING_FORM =
      Pattern.compile(
          "(?i)^(?:(?:Public |Open |Closed )?Joint[- ]Stock Company|Limited Liability Company"
              + "|PT|OOO|AO|PAO|OAO|ZAO|JSC|PJSC|OJSC|LLC)\\s+");

  private Names() {}

  /** "KIM, Jong Un" of North Korea is "Kim Jong Un", "IVANOV, Sergey" is "Sergey Ivanov". */
  static String person(String written, String country) {
    int comma = written.indexOf(',');
    if (comma < 0) return titleCase(written);
    String family = titleCase(written.substring(0, comma).strip());
    String given = titleCase(written.substring(comma + 1).strip());
    return FAMILY_FIRST.contains(country) ? family + " " + given : given + " " + family;
  }

  /** Without a Russian's patronymic: "Sergey Borisovich Ivanov" is "Sergey Ivanov" in news. */
  static String withoutPatronymic(String name) {
    String[] words = name.split(" ");
    boolean patronymic =
        words.length == 3
            && words[1].matches(".*(?:[eo]vich|[ie]ch|[eo]vna|ichna|ovych|ivna|ivich)");
    return patronymic ? words[0] + " " + words[2] : name;
  }

  /** The short form of a company's name, as texts have it; empty when nothing is cut. */
  static String withoutLegalForm(String name) {
    String cut = LEADING_FORM.matcher(name).replaceFirst("");
    for (String before = ""; !before.equals(cut); ) {
      before = cut;
      cut = LEGAL_FORM.matcher(cut).replaceFirst("").strip();
    }
    return cut.equals(name) || cut.length() < 3 ? "" : cut;
  }

  /** Words all in capitals are written like names; others stay. */
  static String titleCase(String name) {
    List<String> words = new ArrayList<>();
    String[] parts = name.split("\\s+");
    for (String word : parts) words.add(titleCase(word, words.isEmpty(), parts.length));
    return String.join(" ", words);
  }

  private static String titleCase(String word, boolean first, int words) {
    String letters = word.replaceAll("[^\\p{L}]", "");
    if (letters.length() < 2 || !letters.equals(letters.toUpperCase(Locale.ROOT))) return word;
    if (words == 1 && letters.length() <= 5) return word;
    String lower = word.toLowerCase(Locale.ROOT);
    if (!first && SMALL.contains(lower)) return lower;
    StringBuilder cased = new StringBuilder(lower);
    boolean begins = true;
    for (int i = 0; i < cased.length(); i++) {
      char unit = cased.charAt(i);
      if (begins && Character.isLetter(unit)) cased.setCharAt(i, Character.toUpperCase(unit));
      begins = unit == '-' || unit == '(' || unit == '"' || unit == '.';
    }
    return cased.toString();
  }

  /** Two names with the same key are spelt from the same words, in whatever order. */
  static String key(String name) {
    String[] words = folded(name).split(" ");
    Arrays.sort(words);
    return String.join(" ", words);
  }

  static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{Mn}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  static int words(String name) {
    return folded(name).split(" ").length;
  }
}
