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

  /** The page of another watch on the story. */
  public static Alert openedBy(String watch, String story, Instant at) {
    return build(watch, story, 1, Alert.Change.OPENED, true, at);
  }

  public static Alert updated(String story, int version, Instant at) {
    return change(story, version, Alert.Change.UPDATED, false, at);
  }

  public static Alert change(
      String story, int version, Alert.Change change, boolean page, Instant at) {
    return build("ships", story, version, change, page, at);
  }

  /** The alert's further page after its story was merged into another. */
  public static Alert escalatedIn(String story, Alert alert, Instant at) {
    return build(
        alert.alert(), alert.watch(), story, alert.version() + 1, Alert.Change.ESCALATED, true, at);
  }

  public static Alert shadow(String story, Instant at) {
    return build("shadow", story, 1, Alert.Change.OPENED, false, at);
  }

  private static Alert build(
      String watch, String story, int version, Alert.Change change, boolean page, Instant at) {
    String id = watch.equals("ships") ? "alert-" + story : "alert-" + watch + "-" + story;
    return build(id, watch, story, version, change, page, at);
  }

  private static Alert build(
      String id,
      String watch,
      String story,
      int version,
      Alert.Change change,
      boolean page,
      Instant at) {
    boolean shadow = watch.equals("shadow");
    return new Alert(
        id,
        version,
        change,
        page,
        watch,
        "Ships",
        1,
        story,
        change == Alert.Change.RESOLVED ? Alert.State.RESOLVED : Alert.State.FIRING,
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
