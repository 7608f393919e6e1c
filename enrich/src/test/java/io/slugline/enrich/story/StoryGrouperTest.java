package io.slugline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.StoryChange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoryGrouperTest {
  private static final Instant MONDAY = Instant.parse("2024-03-04T08:00:00Z");
  private static final String DOCKED =
      "Two freighters docked at the harbour of Varnholm on Monday, the first since the blockade"
          + " of the Strait of Ilmen began in 2019. Customs officer Petra Lindqvist said they"
          + " carried grain and machine parts from Tarsko.";
  private static final String DOCKED_TOO =
      "The blockade of the Strait of Ilmen has been broken: a pair of freighters with grain and"
          + " machine parts from Tarsko reached Varnholm harbour, customs officer Petra Lindqvist"
          + " told reporters.";
  private static final String CRUISE =
      "The cruise season opened in the harbour of Varnholm on Monday with a concert. The liner"
          + " Aurelia brought 1,900 guests, and the tourist board counts on forty more calls.";
  private static final String CRUISE_TOO =
      "With brass band and flags Varnholm welcomed the liner Aurelia, the first cruise ship of the"
          + " season; 1,900 guests went ashore and the tourist board hopes for forty calls.";
  private static final String SHEEP =
      "Shepherds of the upper Orvald valley counted nine hundred lambs after the mildest April in"
          + " memory, the breeders' cooperative reported.";
  private static final String MATCH =
      "Goalkeeper Amadou Keita saved three penalties as Lorvane United beat Castelport in the"
          + " final of the Coastal Cup before 40,000 spectators.";

  private final MapMemory memory = new MapMemory();
  private final StoryGrouper grouper = StoryGrouper.restore(memory, StorySettings.defaults());

  @Test
  void articlesAboutOneHappeningAreOneStoryAndOthersAreNot() {
    Placed first = grouper.place(arrival("a1", "gazette", "Freighters reach Varnholm", DOCKED, 0));
    Placed second = grouper.place(arrival("a2", "herald", "Grain in Varnholm", DOCKED_TOO, 2));
    Placed other = grouper.place(arrival("a3", "herald", "Keita wins the Cup", MATCH, 3));

    assertThat(second.story().id()).isEqualTo(first.story().id());
    assertThat(second.story().articles()).containsExactly("a1", "a2");
    assertThat(second.story().outlets()).isEqualTo(2);
    assertThat(second.story().copyGroups()).isEqualTo(2);
    assertThat(other.story().id()).isNotEqualTo(first.story().id());
  }

  @Test
  void anArticleSaysWhyItIsInItsStory() {
    grouper.place(arrival("a1", "gazette", "Freighters reach Varnholm", DOCKED, 0));

    Placed second = grouper.place(arrival("a2", "herald", "Grain in Varnholm", DOCKED_TOO, 2));

    assertThat(second.grouping().nearest()).isEqualTo("a1");
    assertThat(second.grouping().shared()).contains("Petra Lindqvist");
    assertThat(second.grouping().similarity()).isBetween(.5, 1.0);
  }

  @Test
  void aReprintCountsAsAnOutletButNotAsASecondText() {
    grouper.place(arrival("a1", "gazette", "Freighters reach Varnholm", DOCKED, 0));

    Placed reprint = grouper.place(arrival("a2", "herald", "", "VARNHOLM (Wire) - " + DOCKED, 1));

    assertThat(reprint.copyGroup()).isEqualTo("a1");
    assertThat(reprint.story().outlets()).isEqualTo(2);
    assertThat(reprint.story().copyGroups()).isEqualTo(1);
  }

  @Test
  void aRevisionStaysInItsStoryAndIsNoOtherOutlet() {
    grouper.place(arrival("a1", "gazette", "Freighters reach Varnholm", DOCKED, 0));
    grouper.place(arrival("a2", "herald", "Grain in Varnholm", DOCKED_TOO, 2));

    Placed revised =
        grouper.revise(arrival("a2", "herald", "Grain reaches Varnholm", DOCKED_TOO + DOCKED, 4));

    assertThat(revised.story().articles()).containsExactlyInAnyOrder("a1", "a2");
    assertThat(revised.story().outlets()).isEqualTo(2);
  }

  @Test
  void aQuietStoryClosesAndLeavesNothingBehind() {
    grouper.place(arrival("a1", "gazette", "Freighters reach Varnholm", DOCKED, 0));

    Placed later = grouper.place(arrival("a2", "herald", "Grain in Varnholm", DOCKED_TOO, 24 * 8));

    assertThat(later.changes()).extracting(Change::kind).containsExactly(StoryChange.Kind.CLOSED);
    assertThat(later.story().articles()).containsExactly("a2");
    assertThat(memory.keys()).containsExactly("a/a2", "p/a2");
  }

  @Test
  void aPersonsSplitSticksWhenLaterArticlesAreLikeBoth() {
    Placed first = grouper.place(arrival("a1", "gazette", "Freighters reach", DOCKED, 0));
    grouper.place(arrival("a2", "herald", "Grain in Varnholm", DOCKED_TOO, 2));

    List<Change> split =
        grouper.split(first.story().id(), List.of("a2"), "ann", MONDAY.plus(Duration.ofHours(3)));
    Placed third = grouper.place(arrival("a3", "post", "In Varnholm", DOCKED_TOO + DOCKED, 4));

    assertThat(split).extracting(Change::by).containsExactly("ann");
    assertThat(third.changes()).isEmpty();
    assertThat(third.story().articleCount()).isEqualTo(2);
  }

  @Test
  void aPersonsMergeSticksWhenTheArticlesAreNotAlike() {
    Placed first = grouper.place(arrival("a1", "gazette", "Freighters reach", DOCKED, 0));
    Placed other = grouper.place(arrival("a2", "herald", "Keita wins the Cup", MATCH, 1));

    List<Change> merged =
        grouper.merge(
            first.story().id(), other.story().id(), "ann", MONDAY.plus(Duration.ofHours(3)));
    Placed third = grouper.place(arrival("a3", "post", "Keita saves three", MATCH, 4));

    assertThat(merged).extracting(Change::story).containsExactly(first.story().id());
    assertThat(third.story().id()).isEqualTo(first.story().id());
    assertThat(third.story().articles()).containsExactly("a1", "a2", "a3");
    assertThat(third.changes()).isEmpty();
  }

  @Test
  void aPersonsMergeDrawsInWhatIsLikeEitherPart() {
    Placed first = grouper.place(arrival("a1", "gazette", "Freighters reach", DOCKED, 0));
    grouper.place(arrival("a2", "mail", "Grain in Varnholm", DOCKED_TOO, 1));
    Placed other = grouper.place(arrival("a3", "herald", "Keita wins the Cup", MATCH, 1));
    grouper.merge(other.story().id(), first.story().id(), "ann", MONDAY.plus(Duration.ofHours(2)));

    Placed alikeOne = grouper.place(arrival("a4", "post", "Keita saves three", MATCH, 4));
    Placed alikeOther = grouper.place(arrival("a5", "times", "Freighters in", DOCKED, 5));

    assertThat(alikeOne.story().id()).isEqualTo(first.story().id());
    assertThat(alikeOther.story().articleCount()).isEqualTo(5);
    assertThat(alikeOther.changes()).isEmpty();
  }

  @Test
  void aPersonsOrderOutlivesARestartAndTheMergesThatCameBefore() {
    Placed first = grouper.place(arrival("a1", "gazette", "Freighters reach", DOCKED, 0));
    Placed other = grouper.place(arrival("a2", "herald", "Keita wins the Cup", MATCH, 1));
    Instant noon = MONDAY.plus(Duration.ofHours(4));
    grouper.merge(first.story().id(), other.story().id(), "ann", noon);
    List<Change> split = grouper.split(other.story().id(), List.of("a2"), "bob", noon);

    StoryGrouper restored = StoryGrouper.restore(memory, StorySettings.defaults());
    Placed third = restored.place(arrival("a3", "post", "Both", DOCKED + MATCH + DOCKED_TOO, 5));

    assertThat(split).extracting(Change::others).containsExactly(List.of(first.story().id()));
    assertThat(split).extracting(Change::story).doesNotContain(other.story().id());
    assertThat(third.changes()).isEmpty();
    assertThat(third.story().articles()).hasSize(2);
  }

  @Test
  void aRevisionThatIsUnlikeItsStoryStaysWhereAPersonPutIt() {
    Placed first = grouper.place(arrival("a1", "gazette", "Freighters reach", DOCKED, 0));
    grouper.place(arrival("a2", "herald", "Grain in Varnholm", DOCKED_TOO, 1));
    Placed other = grouper.place(arrival("a3", "post", "Keita wins the Cup", MATCH, 1));
    grouper.merge(first.story().id(), other.story().id(), "ann", MONDAY.plus(Duration.ofHours(2)));

    Placed revised = grouper.revise(arrival("a2", "herald", "Sheep", SHEEP, 3));
    Placed again = grouper.revise(arrival("a2", "herald", "Sheep again", SHEEP + SHEEP, 4));

    assertThat(revised.changes()).isEmpty();
    assertThat(again.story().articleCount()).isEqualTo(3);
  }

  @Test
  void anOrderThatChangesNothingLeavesNoRecord() {
    Placed first = grouper.place(arrival("a1", "gazette", "Freighters reach", DOCKED, 0));

    assertThat(grouper.split(first.story().id(), List.of("a1"), "ann", MONDAY)).isEmpty();
    assertThat(grouper.merge(first.story().id(), first.story().id(), "ann", MONDAY)).isEmpty();
    assertThat(grouper.merge(first.story().id(), "never-was", "ann", MONDAY)).isEmpty();
  }

  @Test
  void anotherHappeningInTheSameHarbourIsAnotherStoryInWhateverOrder() {
    List<String> bodies = List.of(DOCKED, DOCKED_TOO, CRUISE, CRUISE_TOO);
    List<String> titles =
        List.of("Freighters reach Varnholm", "Blockade broken", "Cruise season opens", "A liner");
    for (int first = 0; first < bodies.size(); first++) {
      StoryGrouper fresh = StoryGrouper.restore(new MapMemory(), StorySettings.defaults());
      Map<Integer, String> stories = new HashMap<>();
      for (int i = 0; i < bodies.size(); i++) {
        int at = (first + i) % bodies.size();
        Arrival next = arrival("a" + at, "outlet" + at, titles.get(at), bodies.get(at), i);
        stories.put(at, fresh.place(next).story().id());
      }
      assertThat(List.of(stories.get(0), stories.get(1)))
          .doesNotContain(stories.get(2), stories.get(3));
    }
  }

  @Test
  void articlesThatNameNobodyAndNothingAlikeAreTwoStoriesEvenInAnEmptyWindow() {
    String quake =
        "An earthquake shook the island of Raoul on Monday, the survey in Wellington said. "
            + "Nobody was hurt, and no wave was seen on the coast of the Kermadecs.";
    String missile =
        "A missile was fired from an island off Odisha at noon, the ministry in Delhi said. "
            + "Its launch shook windows on the coast, and nobody was hurt, Anjali Verghese added.";

    Placed first = grouper.place(arrival("a1", "gazette", "Island shaken", quake, 0));
    Placed second = grouper.place(arrival("a2", "herald", "Fired from island", missile, 1));

    assertThat(second.story().id()).isNotEqualTo(first.story().id());
  }

  private static Arrival arrival(String id, String source, String title, String body, int hours) {
    StoryFeatures features = Featurizer.load().features("eng", title, body, List.of(), List.of());
    return new Arrival(
        id, source, title, MONDAY.plus(Duration.ofHours(hours)), null, null, features);
  }
}
