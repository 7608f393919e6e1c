package io.slugline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An article a hundred times as long costs about a hundred times as much, whatever it holds. */
class LinearCostTest {
  private static final int SMALL = 25_000;
  private static final int TIMES = 30;
  private static final TextCleaner CLEANER = TextCleaner.load();

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("hostile")
  void costGrowsWithLength(String type, String piece, String open, String close) {
    String small = open + piece.repeat(SMALL / piece.length()) + close;
    String large = open + piece.repeat(SMALL * TIMES / piece.length()) + close;
    time(type, small);
    time(type, small);
    long once = Math.max(time(type, small), 5_000_000L);

    long most = time(type, large);

    // Three times what is linear, for what the machine does besides.
    assertThat(most).isLessThan(once * TIMES * 3);
  }

  static Stream<Arguments> hostile() {
    String sentence = "The ship left the port of Busan on Monday, officials said. ";
    return Stream.of(
        Arguments.of("text/plain", sentence, "", ""),
        Arguments.of("text/plain", sentence + "\n\n", "", ""),
        Arguments.of("text/plain", "Share Tweet ", "", ""),
        Arguments.of("text/plain", "+1.0 (+1%)\n", "", "\n" + sentence),
        Arguments.of("text/plain", "• Read also: x\n", "", "\n" + sentence),
        Arguments.of("text/html", "<p>" + sentence + "</p>", "<html><body>", ""),
        Arguments.of("text/html", "<div>", "<html><body>", sentence),
        Arguments.of("text/html", "<div>on deck ", "<html><body>", sentence),
        Arguments.of("text/html", "<b><i>" + sentence, "<html><body>", ""),
        Arguments.of("text/html", "&amp;&#x1F6A2;&notit;", "<html><body><p>" + sentence, ""),
        Arguments.of("text/html", "<a href=x>y</a> ", "<html><body><p>" + sentence, ""),
        Arguments.of("application/json", "\\u0041\\n", "{\"text\":\"" + sentence, "\"}"),
        Arguments.of(
            "application/rss+xml", "<x>", "<item><description>" + sentence + "</description>", ""));
  }

  private static long time(String type, String text) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    try {
      CLEANER.clean(Raw.of(type, text), source -> null);
    } catch (UnreadableArticle nothingLeft) {
      // All noise: that was to be found out, too.
    }
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
  }
}
