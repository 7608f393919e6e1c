package io.slugline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slugline.contract.StoryProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the record of a story says, and in which form stories are kept. */
class StoryRecordTest {
  private static final Instant MONDAY = Instant.parse("2024-03-04T08:00:00Z");
  private static final String DOCKED =
      "Two freighters docked at the harbour of Varnholm on Monday, the first since the blockade"
          + " of the Strait of Ilmen began in 2019. Customs officer Petra Lindqvist said they"
          + " carried grain and machine parts from Tarsko.";
  private static final String DOCKED_TOO =
      "The blockade of the Strait of Ilmen has been broken: a pair of freighters with grain and"
          + " machine parts from Tarsko reached Varnholm harbour, customs officer Petra Lindqvist"
          + " told reporters.";

  private final MapMemory memory = new MapMemory();
  private final StoryGrouper grouper = StoryGrouper.restore(memory, StorySettings.defaults());

  @Test
  void aStorySaysWhatItIsAboutAndHowItGrew() {
    Subjects.Named port = new Subjects.Named("Q1", "Varnholm");
    Subjects.Named officer = new Subjects.Named("Q2", "Petra Lindqvist");
    grouper.place(
        about(
            arrival("a1", "gazette", "Freighters reach Varnholm", DOCKED, 0),
            new Subjects(List.of(officer, port), List.of("blockade", "grain"))));
    grouper.place(
        about(
            arrival("a2", "herald", "Freighters reach Varnholm", DOCKED, 0),
            new Subjects(List.of(port), List.of("grain"))));

    Placed third = grouper.place(arrival("a3", "courier", "Grain in Varnholm", DOCKED_TOO, 2));

    StoryProfile profile = Objects.requireNonNull(third.story().profile());
    assertThat(profile.entities())
        .containsExactly(
            new StoryProfile.Named("Q1", "Varnholm", 2),
            new StoryProfile.Named("Q2", "Petra Lindqvist", 1));
    assertThat(profile.keywords()).containsExactly("grain", "blockade");
    assertThat(third.story().copyGroups()).isEqualTo(2);
    assertThat(profile.independentOutlets()).isEqualTo(2);
    assertThat(profile.growth())
        .containsExactly(
            new StoryProfile.Hour(MONDAY, 2),
            new StoryProfile.Hour(MONDAY.plus(Duration.ofHours(2)), 1));
  }

  @Test
  void theLeadIsTheFirstTheMostCompleteOrTheMostTrusted() {
    assertThat(title(StorySettings.Lead.FIRST)).isEqualTo("Freighters reach Varnholm");
    assertThat(title(StorySettings.Lead.COMPLETE)).isEqualTo("Grain in Varnholm");
    assertThat(title(StorySettings.Lead.TRUSTED)).isEqualTo("Two ships");
  }

  private static String title(StorySettings.Lead lead) {
    StorySettings tuned = StorySettings.defaults();
    StorySettings settings =
        new StorySettings(
            tuned.window(),
            tuned.join(),
            tuned.merge(),
            tuned.split(),
            tuned.margin(),
            true,
            lead,
            List.of("bulletin", "gazette"));
    StoryGrouper grouper = StoryGrouper.restore(new MapMemory(), settings);
    grouper.place(arrival("a1", "gazette", "Freighters reach Varnholm", DOCKED, 0));
    grouper.place(arrival("a2", "herald", "Grain in Varnholm", DOCKED + ' ' + DOCKED_TOO, 1));
    Placed last = grouper.place(arrival("a3", "bulletin", "Two ships", DOCKED, 2));
    assertThat(last.story().articleCount()).isEqualTo(3);
    return last.story().title();
  }

  @Test
  void aStoreOfAnotherBuildIsRefusedWithAWordOnWhatToDo() {
    grouper.place(arrival("a1", "gazette", "Freighters reach Varnholm", DOCKED, 0));
    MapMemory old = new MapMemory();
    memory.each((key, value) -> old.put(key, ofForm(1, value)));

    assertThatThrownBy(() -> StoryGrouper.restore(old, StorySettings.defaults()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("form 1")
        .hasMessageContaining("slugline replay");
  }

  private static byte[] ofForm(int form, byte[] value) {
    byte[] copy = value.clone();
    copy[0] = (byte) form;
    return copy;
  }

  private static Arrival about(Arrival arrival, Subjects subjects) {
    return new Arrival(
        arrival.article(),
        arrival.source(),
        arrival.title(),
        arrival.at(),
        arrival.publishedAt(),
        arrival.place(),
        arrival.features(),
        subjects);
  }

  private static Arrival arrival(String id, String source, String title, String body, int hours) {
    StoryFeatures features = Featurizer.load().features("eng", title, body, List.of(), List.of());
    return new Arrival(
        id, source, title, MONDAY.plus(Duration.ofHours(hours)), null, null, features);
  }
}
