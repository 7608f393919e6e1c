package io.slugline.alerting.watch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The scanner tells units apart eight at a time and in blocks of 64: where a token lies must not
 * matter.
 */
class ScannerTest {
  private static final String UNITS =
      "ab zZ09'.,\u2019?!-\u00e9\u00ad\u0301\u4e2d\u0e44\ud83d\ude00\u02bc\n\u00a0\u03a9\ud83d\"~@[`{/:";

  /** A token and what tells it from others. */
  private record Read(String token, int start, long key, long rest) {
    Read movedBy(int units) {
      return new Read(token, start + units, key, rest);
    }
  }

  @Test
  void aMarkAtTheEndOfAWordBelongsToIt() {
    assertThat(tokens("cafe\u0301, Russia\u2019s U.S. don't 3,000.5 ab.cd e-mail"))
        .containsExactly(
            "cafe\u0301", "Russia\u2019s", "U.S", "don't", "3,000.5", "ab", "cd", "e", "mail");
  }

  @Test
  void aScriptWithoutSpacesHasATokenForEachSign() {
    assertThat(tokens("G7\u4e2d\u56fd")).containsExactly("G7", "\u4e2d", "\u56fd");
  }

  @Test
  void tokensAreTheSameWhereverTheTextBegins() {
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      String text = text(random);
      List<Read> here = read(text);
      int shift = random.nextInt(130);
      assertThat(read(" ".repeat(shift) + text))
          .as(text)
          .isEqualTo(here.stream().map(read -> read.movedBy(shift)).toList());
    }
  }

  @Test
  void keyAndRestTellTokensOfUpToSixteenUnitsOfAsciiApart() {
    Random random = new Random(5);
    Map<List<Long>, String> known = new HashMap<>();
    for (int i = 0; i < 2000; i++) {
      for (Read read : read(text(random).replace(" ", ""))) {
        if (read.rest < 0) continue;
        assertThat(read.token).hasSizeLessThanOrEqualTo(16).isASCII();
        String other = known.putIfAbsent(List.of(read.key, read.rest), read.token);
        if (other != null) assertThat(read.token).isEqualTo(other);
      }
    }
    assertThat(known).hasSizeGreaterThan(200);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(150);
    for (int i = 0; i < length; i++) {
      int most = random.nextBoolean() ? 7 : UNITS.length();
      text.append(UNITS.charAt(random.nextInt(most)));
    }
    return text.toString();
  }

  private static List<String> tokens(String text) {
    return read(text).stream().map(Read::token).toList();
  }

  private static List<Read> read(String text) {
    Scanner scanner = new Scanner();
    scanner.read(text);
    List<Read> all = new ArrayList<>();
    while (scanner.next()) {
      all.add(new Read(scanner.token(), scanner.start(), scanner.key(), scanner.rest()));
    }
    return all;
  }
}
