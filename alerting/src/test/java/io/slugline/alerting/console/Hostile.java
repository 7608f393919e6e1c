package io.slugline.alerting.console;

import java.util.List;

/**
 * Texts of which each would do harm where it is not escaped, or breaks a page that is not ready.
 */
final class Hostile {
  static final List<String> TEXTS =
      List.of(
          "<script>window.ran=1</script><b id=\"foreign\">x</b>"
              + "\"><img src=x onerror=\"window.ran=1\"><svg onload=window.ran=1>"
              + "' autofocus onfocus='window.ran=1' x='"
              + "</title></textarea></script><script>window.ran=1</script>"
              + "javascript:window.ran=1//${7*7} {{7*7}} @{window.ran=1}",
          "\u202eevil\u202d \u2066isolate\u2069 \u0000\u0007",
          "w".repeat(10_000_000));

  private Hostile() {}
}
