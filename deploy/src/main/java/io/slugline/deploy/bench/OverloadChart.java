package io.slugline.deploy.bench;

import io.slugline.deploy.bench.Overload.Look;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Three curves over the same seconds, as SVG: articles that wait, age of alerts, memory. */
final class OverloadChart {
  private static final int WIDTH = 760;
  private static final int LEFT = 70;
  private static final int HEIGHT = 120;
  private static final int GAP = 44;
  private static final int TOP = 30;

  private final List<Look> looks;
  private final double seconds;
  private final StringBuilder svg = new StringBuilder();
  private int panels;
  private int marks;

  private OverloadChart(List<Look> looks) {
    this.looks = looks;
    this.seconds = Math.max(1, looks.get(looks.size() - 1).second());
  }

  static String of(List<Look> looks, long begun, long ended, long caughtUp) {
    OverloadChart chart = new OverloadChart(looks);
    chart.panel("articles that wait", "", Look::behind);
    chart.panel("oldest alert of each second", " s", look -> look.worstMillis() / 1e3);
    chart.panel("memory of the process, heap in it", " MB", Look::resident);
    chart.line(Look::heap, chart.top(2), chart.most(Look::resident), "#4a7ebb");
    chart.mark(begun, "ten times too much");
    chart.mark(ended, "a tenth");
    chart.mark(caughtUp, "caught up");
    return chart.whole();
  }

  private void panel(String title, String unit, ToDoubleFunction<Look> of) {
    int top = top(panels++);
    double most = most(of);
    svg.append(text(LEFT, top - 6, "start", "%s, at most %,.0f%s".formatted(title, most, unit)));
    svg.append(
        format(
            "<rect x='%d' y='%d' width='%d' height='%d' fill='none' stroke='#bbb'/>%n",
            LEFT, top, WIDTH - LEFT, HEIGHT));
    svg.append(text(LEFT - 6, top + 10, "end", format("%,.0f", most)));
    svg.append(text(LEFT - 6, top + HEIGHT, "end", "0"));
    line(of, top, most, "#c0392b");
  }

  private void line(ToDoubleFunction<Look> of, int top, double most, String colour) {
    svg.append("<polyline fill='none' stroke-width='1.5' stroke='")
        .append(colour)
        .append("' points='");
    for (Look look : looks) {
      double y = top + HEIGHT - of.applyAsDouble(look) / most * HEIGHT;
      svg.append(format("%.1f,%.1f ", x(look.second()), y));
    }
    svg.append("'/>\n");
  }

  private void mark(long second, String what) {
    int bottom = top(panels) - GAP;
    svg.append(
        format(
            "<line x1='%1$.1f' x2='%1$.1f' y1='%2$d' y2='%3$d' stroke='#888' stroke-dasharray='3'/>%n",
            x(second), TOP, bottom + 6));
    // Neighbours on two lines, since they may lie close together.
    int line = bottom + 18 + marks++ % 2 * 13;
    svg.append(text(x(second), line, "middle", format("%d s: %s", second, what)));
  }

  private String whole() {
    return format(
            "<svg xmlns='http://www.w3.org/2000/svg' width='%1$d' height='%2$d' viewBox='0 0 %1$d %2$d' font-family='sans-serif' font-size='11'>%n<rect width='100%%' height='100%%' fill='white'/>%n",
            WIDTH + 50, top(panels))
        + svg
        + "</svg>\n";
  }

  private double most(ToDoubleFunction<Look> of) {
    return Math.max(1, looks.stream().mapToDouble(of).max().orElse(1));
  }

  private double x(long second) {
    return LEFT + second / seconds * (WIDTH - LEFT);
  }

  private static int top(int panel) {
    return TOP + panel * (HEIGHT + GAP);
  }

  private static String text(double x, double y, String anchor, String text) {
    return format("<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>%n", x, y, anchor, text);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
