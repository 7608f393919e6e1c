package io.slugline.deploy.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.Watch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What of a list is new, and why. */
final class WatchUploadTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  @Test
  void anEntityIsKnownByItsIdAndNotByAnyWord() {
    assertThat(EntityNames.isKnown("rason")).isTrue();
    assertThat(EntityNames.isKnown("rasson")).isFalse();
  }

  @Test
  void aWatchKnowsWhatItsEntityTermsStandFor() {
    Watch watch = EntityNames.into(watch("entity:rason OR ship", "ann"));

    assertThat(Objects.requireNonNull(watch.entities()).names().get("rason")).contains("Rason");
    assertThat(EntityNames.into(watch("rason OR ship", "ann")).entities()).isNull();
  }

  @Test
  void aListThatSaysTheSameIsNothingNewWhoeverWroteItByWhicheverGazetteer() {
    Watch before = watch("entity:rason", "ann").standingFor(names("1", "Rason"));
    Watch after = watch("entity:rason", "bob").standingFor(names("2", "Rason"));

    WatchUpload.Plan plan =
        WatchUpload.plan(Map.of("w", before), List.of(after), WatchUploadTest::none);

    assertThat(plan.changes()).isEmpty();
    assertThat(plan.outcome()).isEqualTo(new WatchUpload.Outcome(0, 0, 1, List.of()));
  }

  @Test
  void anAliasThatComesOrGoesIsANewVersionOfTheWatchAndIsTold() {
    Watch before = watch("entity:rason", "ann").standingFor(names("1", "Rason", "Rashin"));
    Watch after = watch("entity:rason", "ann").standingFor(names("2", "Rason", "Rajin"));

    WatchUpload.Plan plan =
        WatchUpload.plan(Map.of("w", before), List.of(after), WatchUploadTest::none);

    assertThat(plan.changes()).containsEntry("w", after.numbered(2));
    assertThat(plan.outcome().names())
        .containsExactly("w: entity:rason is also Rajin", "w: entity:rason is no longer Rashin");
  }

  private static Watch.Entities names(String gazetteer, String... names) {
    return new Watch.Entities(gazetteer, Map.of("rason", List.of(names)));
  }

  private static Watch watch(String query, String author) {
    String list =
        """
        watches:
          - {id: w, title: W, severity: info, receiver: log, query: '%s'}
        """;
    return WatchList.read(list.formatted(query), author, NOON).get(0);
  }

  private static Watch.Promotion none(Watch shadow) {
    return new Watch.Promotion(shadow.effectiveFrom(), 0, 0);
  }
}
