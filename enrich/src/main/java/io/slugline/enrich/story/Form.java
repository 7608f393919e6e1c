package io.slugline.enrich.story;

/** The number of a byte form, which says who can read what lies in a store. */
final class Form {

  private Form() {}

  /**
   * Checks what was found.
   *
   * @throws IllegalStateException saying what to do, when it is another build's
   */
  static void mustBe(byte ours, byte found) {
    if (found == ours) return;
    throw new IllegalStateException(
        "the stories in the store are of form "
            + found
            + ", this build reads form "
            + ours
            + ": make them anew with 'slugline replay' plan, run and promote (README, Upgrade), or"
            + " go back to the build that wrote them");
  }
}
