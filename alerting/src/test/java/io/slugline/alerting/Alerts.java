package io.slugline.alerting;

import io.slugline.contract.Alert;
import io.slugline.contract.Evidence;
import io.slugline.contract.Field;
import io.slugline.contract.Severity;
import java.time.Instant;
import java.util.List;

/** Changes of alerts as the lifecycle tells them. */
public final class Alerts {
  private Alerts() {}

  /** The page that an alert of this story opens with. */
  public static Alert opened(String story, Instant at) {
    return change(story, 1, Alert.Change.OPENED, true, at);
  }

  public static Alert updated(String story, int version, Instant at) {
    return change(story, version, Alert.Change.UPDATED, false, at);
  }

  public static Alert change(
      String story, int version, Alert.Change change, boolean page, Instant at) {
    boolean resolved = change == Alert.Change.RESOLVED;
    return build(
        story,
        version,
        change,
        page,
        resolved ? Alert.State.RESOLVED : Alert.State.FIRING,
        at,
        false);
  }

  public static Alert shadow(String story, Instant at) {
    return build(story, 1, Alert.Change.OPENED, false, Alert.State.FIRING, at, true);
  }

  private static Alert build(
      String story,
      int version,
      Alert.Change change,
      boolean page,
      Alert.State state,
      Instant at,
      boolean shadow) {
    return new Alert(
        "alert-" + story,
        version,
        change,
        page,
        "ships",
        "Ships",
        1,
        story,
        state,
        Severity.WARNING,
        "desk",
        shadow ? 0 : 1,
        shadow,
        null,
        null,
        List.of("a1"),
        1,
        1,
        1,
        "A <freighter> docked & left",
        "RASON",
        List.of(
            new Evidence(
                "a1", Field.BODY, 2, 11, 22, 31, "A freighter docked.", "freighter", null, null)),
        Samples.START,
        at,
        false,
        Severity.WARNING,
        List.of("reuters"),
        "first match");
  }
}
