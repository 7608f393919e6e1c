package io.slugline.enrich.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text in three steps, the surest first: the script where only one language
 * of the news writes in it; the share of function words for English, which is cheap and holds on
 * one sentence; OpenNLP's model of 103 languages for all else.
 */
public final class LanguageDetector {
  /** What is said when nothing can be told. */
  public static final String UNDETERMINED = "und";

  private static final String ENGLISH = "eng";
  private static final int PROBE = 1500;
  private static final int FEWEST_LETTERS = 12;
  private static final int SHORTEST_PARAGRAPH = 60;
  private static final double MORE_LIKELY = 4;
  // In news English one word in five is one of these; in other languages that use the Latin script
  // their spellings stay under one in twelve (a test holds five of the nearest to it).
  private static final double ENGLISH_SHARE = 0.1;
  // Half of that speaks for the language of the article around it: the model, which takes longer
  // than all else here, is asked about one paragraph in forty instead of one in ten.
  private static final double ENGLISH_SHARE_WITHIN = ENGLISH_SHARE / 2;

  private static final Map<Character.UnicodeScript, String> ONE_LANGUAGE =
      Map.ofEntries(
          Map.entry(Character.UnicodeScript.HANGUL, "kor"),
          Map.entry(Character.UnicodeScript.HIRAGANA, "jpn"),
          Map.entry(Character.UnicodeScript.KATAKANA, "jpn"),
          Map.entry(Character.UnicodeScript.HAN, "cmn"),
          Map.entry(Character.UnicodeScript.GREEK, "ell"),
          Map.entry(Character.UnicodeScript.HEBREW, "heb"),
          Map.entry(Character.UnicodeScript.THAI, "tha"),
          Map.entry(Character.UnicodeScript.GEORGIAN, "kat"),
          Map.entry(Character.UnicodeScript.ARMENIAN, "hye"),
          Map.entry(Character.UnicodeScript.KHMER, "khm"),
          Map.entry(Character.UnicodeScript.MYANMAR, "mya"),
          Map.entry(Character.UnicodeScript.LAO, "lao"),
          Map.entry(Character.UnicodeScript.ETHIOPIC, "amh"),
          Map.entry(Character.UnicodeScript.BENGALI, "ben"),
          Map.entry(Character.UnicodeScript.TAMIL, "tam"),
          Map.entry(Character.UnicodeScript.TELUGU, "tel"));

  private final LanguageDetectorME model;

  private LanguageDetector(LanguageDetectorModel model) {
    this.model = new LanguageDetectorME(model);
  }

  /**
   * Reads the model.
   *
   * @throws IllegalStateException when it is not on the class path
   */
  public static LanguageDetector load() {
    URL found = LanguageDetector.class.getResource("/langdetect-183.bin");
    if (found == null) throw new IllegalStateException("the language detection model is missing");
    try {
      return new LanguageDetector(new LanguageDetectorModel(found));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the language detection model", e);
    }
  }

  /** Names what decides here, for the record. */
  public String version() {
    return "3";
  }

  /**
   * The language of a text.
   *
   * @param hint ISO 639-1 or 639-3 code that the article's metadata claims; believed only where the
   *     text itself does not tell
   */
  public String detect(String text, @Nullable String hint) {
    String probe = text.length() > PROBE ? text.substring(0, PROBE) : text;
    Scripts scripts = Scripts.of(probe);
    if (scripts.letters() < FEWEST_LETTERS) return claimed(hint);
    String byScript = byScript(scripts);
    if (byScript != null) return byScript;
    if (scripts.main() == Character.UnicodeScript.LATIN
        && FunctionWords.shareOfEnglish(probe) >= ENGLISH_SHARE) {
      return ENGLISH;
    }
    return model.predictLanguage(probe).getLang();
  }

  private static @Nullable String byScript(Scripts scripts) {
    if (scripts.main() == Character.UnicodeScript.HAN && scripts.hasKana()) return "jpn";
    return ONE_LANGUAGE.get(scripts.main());
  }

  /**
   * The languages of an article: its main one, and that of each paragraph of its body that is
   * surely written in another.
   *
   * @param hint as for {@link #detect}
   */
  public Languages detect(String title, String body, @Nullable String hint) {
    String main = detect(title + "\n" + body, hint);
    return new Languages(main, Parts.of(body, main, paragraph -> ofParagraph(paragraph, main)));
  }

  private String ofParagraph(String paragraph, String main) {
    if (paragraph.length() < SHORTEST_PARAGRAPH) return main;
    Scripts scripts = Scripts.of(paragraph);
    if (scripts.letters() < SHORTEST_PARAGRAPH) return main;
    String byScript = byScript(scripts);
    if (byScript != null) return main.equals("jpn") && byScript.equals("cmn") ? main : byScript;
    boolean isLatin = scripts.main() == Character.UnicodeScript.LATIN;
    double share = main.equals(ENGLISH) ? ENGLISH_SHARE_WITHIN : ENGLISH_SHARE;
    if (isLatin && FunctionWords.isEnglish(paragraph, share)) return ENGLISH;
    return surely(paragraph, main);
  }

  /** The most likely language, when it is much more likely than the main one. */
  private String surely(String paragraph, String main) {
    Language[] ranked = model.predictLanguages(paragraph);
    double least = ranked[0].getConfidence() / MORE_LIKELY;
    for (Language language : ranked) {
      if (language.getConfidence() < least) return ranked[0].getLang();
      if (language.getLang().equals(main)) return main;
    }
    return main;
  }

  private static String claimed(@Nullable String hint) {
    if (hint == null || hint.length() < 2) return UNDETERMINED;
    String code = Locale.forLanguageTag(hint).getISO3Language();
    return code.isEmpty() ? UNDETERMINED : code;
  }
}
