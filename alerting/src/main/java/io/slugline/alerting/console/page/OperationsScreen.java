package io.slugline.alerting.console.page;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.slugline.alerting.console.access.Role;
import io.slugline.alerting.console.page.Outside.Replays.Step;
import io.slugline.contract.Replay;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was set aside, and what runs through again: dead letters by cause, and replays. */
public final class OperationsScreen {
  private final Pages pages;
  private final Outside outside;

  public OperationsScreen(Pages pages, Outside outside) {
    this.pages = pages;
    this.outside = outside;
  }

  /**
   * The screen; what is null is not available here.
   *
   * @param done what the last order did, in words; empty for none
   */
  public record Page(
      @Nullable List<Outside.Letters.Cause> causes,
      @Nullable List<Line> replays,
      boolean canBegin,
      String done) {

    /** Whether a replay is under way, and should be looked at again. */
    public boolean isMoving() {
      return replays != null && replays.stream().anyMatch(Line::isMoving);
    }
  }

  /**
   * One replay.
   *
   * @param steps what can be begun
   * @param said what was said last of a step that was begun here
   */
  public record Line(
      String id,
      String state,
      Instant changedAt,
      String by,
      String why,
      int percent,
      String progress,
      @Nullable String problem,
      boolean pausable,
      boolean comparable,
      List<Step> steps,
      String said) {

    boolean isMoving() {
      return state.equals(Replay.State.RUNNING.word())
          || state.equals(Replay.State.PROMOTING.word());
    }
  }

  public void show(Context request) {
    show(request, "");
  }

  /** Sends back, or gives up, every open letter of one cause. */
  public void settle(Context request) {
    Gate.need(request, Role.OPERATOR);
    Outside.Letters letters = outside.letters();
    if (letters == null) throw new NotFoundResponse("dead letters are not available here");
    String cause = request.pathParam("cause");
    String by = Pages.session(request).person().name();
    String note = Shown.line(request.formParam("note"));
    boolean redrive =
        switch (request.pathParam("what")) {
          case "redrive" -> true;
          case "discard" -> false;
          default -> throw new NotFoundResponse("letters are redriven or discarded");
        };
    show(request, letters.settle(cause, redrive, by, note));
  }

  /** Asks a running replay to stop where it stands. */
  public void pause(Context request) {
    Gate.need(request, Role.OPERATOR);
    refusing(() -> replays().pause(request.pathParam("replay")));
    request.redirect("/operations", HttpStatus.SEE_OTHER);
  }

  /** Plans a replay of the last days, or of everything. */
  public void plan(Context request) {
    Gate.need(request, Role.OPERATOR);
    String why = Shown.line(request.formParam("why"));
    if (why.isEmpty()) throw new BadRequestResponse("say why, for the others");
    int days = days(Shown.line(request.formParam("days")));
    String by = Pages.session(request).person().name();
    refusing(() -> replays().plan(why, days, by));
    request.redirect("/operations", HttpStatus.SEE_OTHER);
  }

  private static int days(String days) {
    if (days.isEmpty()) return 0;
    if (!days.matches("[1-9]\\d{0,3}")) throw new BadRequestResponse("days are a number");
    return Integer.parseInt(days);
  }

  /** What a step is called on its button. */
  public static String label(Step step) {
    return switch (step) {
      case RUN -> "Run";
      case PROMOTE -> "Promote";
      case ROLLBACK -> "Take back";
      case DROP -> "Drop";
    };
  }

  /** Begins a step of a replay. */
  public void begin(Context request) {
    Gate.need(request, Role.OPERATOR);
    String asked = request.pathParam("step");
    Step step =
        Arrays.stream(Step.values())
            .filter(each -> each.word().equals(asked))
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse("there is no such step"));
    Outside.Replays replays = replays();
    if (!replays.canBegin()) throw new NotFoundResponse("not from here: `slugline replay` can");
    refusing(() -> replays.begin(request.pathParam("replay"), step));
    request.redirect("/operations", HttpStatus.SEE_OTHER);
  }

  private static void refusing(Runnable order) {
    try {
      order.run();
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }

  /** What would change if a replay were promoted. */
  public void difference(Context request) {
    try {
      pages.piece(request, "difference", replays().difference(request.pathParam("replay")));
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }

  private Outside.Replays replays() {
    return Optional.ofNullable(outside.replays())
        .orElseThrow(() -> new NotFoundResponse("replays are not available here"));
  }

  private void show(Context request, String done) {
    Outside.Letters letters = outside.letters();
    Outside.Replays replays = outside.replays();
    Page page =
        new Page(
            letters == null ? null : letters.causes(),
            replays == null
                ? null
                : replays.all().stream().map(replay -> line(replay, replays)).toList(),
            replays != null && replays.canBegin(),
            done);
    pages.show(request, "operations", "Operations", "operations", page);
  }

  private static Line line(Replay replay, Outside.Replays replays) {
    Replay.Progress progress = replay.progress();
    int percent = progress.total() == 0 ? 0 : (int) (100 * progress.done() / progress.total());
    boolean isThere =
        replay.state() == Replay.State.DONE || replay.state() == Replay.State.PROMOTED;
    return new Line(
        replay.id(),
        replay.state().word(),
        replay.changedAt(),
        Shown.line(replay.by()),
        Shown.line(replay.why()),
        percent,
        "%,d of %,d, %.0f a second"
            .formatted(progress.done(), progress.total(), progress.perSecond()),
        replay.problem() == null ? null : Shown.line(replay.problem()),
        replay.state() == Replay.State.RUNNING,
        isThere,
        replays.canBegin() ? steps(replay) : List.of(),
        Shown.line(replays.said(replay.id())));
  }

  private static List<Step> steps(Replay replay) {
    boolean canCount = replay.range().countsAll() && replay.handOver() == null;
    return switch (replay.state()) {
      case PLANNED, PAUSED -> List.of(Step.RUN, Step.DROP);
      case DONE -> canCount ? List.of(Step.PROMOTE, Step.DROP) : List.of(Step.DROP);
      case PROMOTED -> List.of(Step.ROLLBACK, Step.DROP);
      case RUNNING, PROMOTING, DROPPED -> List.of();
    };
  }
}
