package io.slugline.deploy.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A kind of failure: letters that failed in the same stage, from the same topic, in the same words,
 * figures and quotations apart.
 *
 * @param group short name of the kind, made from the rest
 * @param topic where the records lay; empty for files
 * @param words the innermost exception and what it says
 */
public record Cause(String group, String stage, String topic, String words) {
  private static final String INNER = "Caused by: ";
  private static final int DIGITS = 8;
  private static final int LONGEST = 200;

  static Cause of(DeadLetter letter) {
    String topic = letter.origin() == null ? "" : letter.origin().topic();
    String words = general(innermost(letter));
    String all = String.join("\n", letter.stage(), topic, words);
    String group = UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    return new Cause(group.substring(0, DIGITS), letter.stage(), topic, words);
  }

  private static String innermost(DeadLetter letter) {
    return letter
        .stackTrace()
        .flatMap(trace -> trace.lines().filter(line -> line.startsWith(INNER)).reduce((a, b) -> b))
        .map(line -> line.substring(INNER.length()))
        .orElse(letter.exception() + ": " + letter.message().lines().findFirst().orElse(""));
  }

  /** What differs from case to case is left out, and the exception's package. */
  private static String general(String words) {
    String general =
        words
            .replaceFirst("^[\\w.$]*\\.(?=[\\w$]+(:|$))", "")
            .replaceAll("'[^']*'|\"[^\"]*\"", "'…'")
            .replaceAll("\\b[0-9a-f]{8,}(-\\d+)?\\b|\\d+", "#")
            .strip();
    return general.length() <= LONGEST ? general : general.substring(0, LONGEST) + " …";
  }
}
