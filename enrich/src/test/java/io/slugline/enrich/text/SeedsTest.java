package io.slugline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slugline.contract.Cut;
import io.slugline.contract.RawArticle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The five texts of one wire story, each with another outlet's noise: cut this, and nothing else.
 */
class SeedsTest {
  private static final Path SEEDS = Path.of("../../shared/seeds");

  @Test
  void theTickerAndTheLabelGoAndTheLineBetweenIsTheTitle() throws IOException {
    RawArticle raw = seed("000.txt");

    CleanText clean = Raw.clean(raw);

    assertThat(clean.title()).isEqualTo("Russian ties breathing life in North Korean trade town");
    assertThat(clean.body()).startsWith("This is the Rason Special Economic Zone, once");
    assertThat(left(raw, clean)).isEqualTo(expected(raw, 1, 44).replaceFirst("STORY:", ""));
  }

  @Test
  void theListOfOtherStoriesGoes() throws IOException {
    RawArticle raw = seed("001.txt");

    CleanText clean = Raw.clean(raw);

    assertThat(clean.title()).isEmpty();
    assertThat(left(raw, clean)).isEqualTo(expected(raw, 10, 14));
  }

  @Test
  void theDateBecomesThePublishedDateAndThePlaceThePlaceLine() throws IOException {
    RawArticle raw = seed("002.txt");

    CleanText clean = Raw.clean(raw);

    assertThat(clean.title()).isEmpty();
    assertThat(clean.publishedAt()).isEqualTo(Instant.parse("2023-11-29T00:00:00Z"));
    assertThat(clean.place()).isEqualTo("SEOUL");
    assertThat(clean.body()).startsWith("Once a North Korean experiment");
    assertThat(left(raw, clean))
        .isEqualTo(squeezed(text(raw).replaceFirst("^ date 2023-11-29 SEOUL – ", "")));
  }

  @Test
  void menuTeaserAndBiographyGo() throws IOException {
    RawArticle raw = seed("003.txt");

    CleanText clean = Raw.clean(raw);

    assertThat(clean.title())
        .isEqualTo(
            "Reuters: Russia likely driving revitalization of North Korean special economic zone");
    assertThat(clean.body()).startsWith("Increasing economic and military ties");
    assertThat(left(raw, clean)).isEqualTo(expected(raw, 1, 4, 7, 9, 31, 40));
  }

  @Test
  void aDateWithoutAPlaceGoesAlone() throws IOException {
    RawArticle raw = seed("004.txt");

    CleanText clean = Raw.clean(raw);

    assertThat(clean.publishedAt()).isEqualTo(Instant.parse("2023-11-29T00:00:00Z"));
    assertThat(clean.place()).isNull();
    assertThat(clean.body()).startsWith("DPRK uses the special economic zone");
    assertThat(left(raw, clean))
        .isEqualTo(squeezed(text(raw).replaceFirst("^ date 2023-11-29 ", "")));
  }

  private static RawArticle seed(String name) throws IOException {
    assumeTrue(
        Files.isDirectory(SEEDS), "no seeds beside the repository: ../shared/seeds is missing");
    return Raw.of("text/plain", Files.readAllBytes(SEEDS.resolve(name)), Map.of());
  }

  private static String text(RawArticle raw) {
    return new String(raw.bytes(), StandardCharsets.UTF_8);
  }

  /** The raw text without its cuts; equal to title and body, white space apart. */
  private static String left(RawArticle raw, CleanText clean) {
    byte[] bytes = raw.bytes().clone();
    for (Cut cut : clean.cuts()) {
      for (int i = cut.rawStart(); i < cut.rawEnd(); i++) bytes[i] = ' ';
    }
    String left = squeezed(new String(bytes, StandardCharsets.UTF_8));
    assertThat(squeezed(clean.title() + ' ' + clean.body())).isEqualTo(left);
    return left;
  }

  /** The raw text without these lines, first and last of each stretch. */
  private static String expected(RawArticle raw, int... stretches) {
    List<String> lines = new ArrayList<>(text(raw).lines().toList());
    for (int i = 0; i < stretches.length; i += 2) {
      for (int line = stretches[i]; line <= stretches[i + 1]; line++) lines.set(line - 1, "");
    }
    return squeezed(String.join("\n", lines));
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
