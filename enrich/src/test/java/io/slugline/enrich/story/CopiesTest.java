package io.slugline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopiesTest {
  private static final Instant MONDAY = Instant.parse("2024-03-04T08:00:00Z");
  private static final String REPORT =
      "Wheat for May delivery closed at 512 cents a bushel in Tarsko on Monday, up 7 cents."
          + " Soybeans rose 12 cents to 1,104. Volume was 43,200 lots against 39,800 on Friday."
          + " Traders cited dry weather on the Ilmen plain.";
  private static final String NEXT_REPORT =
      "Wheat for May delivery closed at 498 cents a bushel in Tarsko on Thursday, down 9 cents."
          + " Soybeans fell 31 cents to 1,066. Volume was 51,700 lots against 44,100 on Wednesday."
          + " Traders cited rain on the Ilmen plain.";
  private static final String LONG =
      "The harbour master of Varnholm resigned on Monday after an inquiry found that two pilots had"
          + " warned of the sandbank on which the ferry Astrid ran aground in January. Nobody was"
          + " hurt, but 212 passengers spent the night on board while tugs from Castelport waited"
          + " for the tide. The inquiry, led by judge Marit Holm, said the warnings were filed and"
          + " never read. The port authority accepted the findings and promised new charts before"
          + " the summer. The pilots' union called the resignation overdue.";

  private final Copies copies = new Copies(Chance.load());

  @Test
  void anotherSitesWrappingMakesNoNewText() {
    String wrapped = "Home > News. " + LONG + " Sign up for our newsletter. Most read today.";

    assertThat(areCopies("Harbour master resigns", LONG, "Harbour master resigns", wrapped))
        .isTrue();
  }

  @Test
  void anAbridgedReprintUnderAnotherTitleIsACopy() {
    String half = LONG.substring(0, LONG.indexOf("The inquiry,"));

    assertThat(areCopies("Harbour master resigns", LONG, "Ferry inquiry claims a head", half))
        .isTrue();
  }

  @Test
  void aReportOfTheSameTemplateWithOtherFiguresIsNoCopy() {
    assertThat(areCopies("Grain close", REPORT, "Grain close", NEXT_REPORT)).isFalse();
  }

  private boolean areCopies(String title, String body, String otherTitle, String otherBody) {
    Member first = member("a1", title, body, 0);
    return copies.original(member("a2", otherTitle, otherBody, 3), List.of(first)) != null;
  }

  private static Member member(String id, String title, String body, int hours) {
    StoryFeatures features = Featurizer.load().features("eng", title, body, List.of(), List.of());
    Arrival arrival =
        new Arrival(id, null, title, MONDAY.plus(Duration.ofHours(hours)), null, null, features);
    return Member.of(0, arrival, new Member.Lengths(1, 1));
  }
}
