package io.slugline.alerting.console.page;

import java.util.List;

/**
 * What a form for an order needs.
 *
 * @param dialog whether it stands in a dialog over the page it came from
 * @param to where it goes back to
 * @param subject what it is about, in words
 * @param owner who has taken it; empty when nobody has
 * @param onStory how many alerts fire on the story
 * @param wakes what wakes people although it is taken
 * @param choices what there is to choose from
 * @param inForce silences that cover the alert, by id
 */
public record OrderForm(
    String token,
    boolean dialog,
    String to,
    String alert,
    String story,
    String subject,
    String watchTitle,
    String owner,
    int onStory,
    String wakes,
    List<Choice> choices,
    List<Choice> inForce) {

  /** One thing to choose. */
  public record Choice(String value, String words, boolean chosen) {}
}
