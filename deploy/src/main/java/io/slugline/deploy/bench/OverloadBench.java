package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.deploy.bench.Overload.Look;
import io.slugline.enrich.Enricher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.utils.Utils;

/**
 * Ten times what the line can work off comes for some minutes: how much memory it takes, whether
 * all of it comes out, and whether alerts are as quick afterwards as they were before.
 */
final class OverloadBench implements Bench {
  private static final int THREADS = 2;
  private static final int TIMES = 10;
  private static final Duration QUIET = Duration.ofSeconds(30);

  @Override
  public ObjectNode run(BenchInput input) throws Exception {
    List<String> lines = input.lines();
    Path folder = Files.createTempDirectory("slugline-bench");
    try (Line line = Line.start(folder, THREADS, Enricher.load())) {
      line.watch(PipelineBench.probing());
      line.drop(lines);
      line.awaitArticles(lines.size());
      double rate = sustainable(line, lines);
      try (Overload overload = new Overload(line, lines)) {
        overload.feed(rate / 2, QUIET);
        long begun = overload.second();
        overload.feed(rate * TIMES, input.load());
        long ended = overload.second();
        overload.catchUp(rate / TIMES);
        long caughtUp = overload.second();
        overload.feed(rate / 2, QUIET);
        overload.awaitAll();
        List<Look> looks = overload.looks();
        Path chart = input.chart();
        if (chart != null)
          Files.writeString(chart, OverloadChart.of(looks, begun, ended, caughtUp));
        ObjectNode figures = figures(looks, begun, ended, caughtUp);
        figures.put("numbersPassedOver", line.passedOver());
        return figures.put("sustainablePerSecond", BenchInput.rounded(rate));
      }
    } finally {
      Utils.delete(folder.toFile());
    }
  }

  /** All at once, as often as it takes to be warm; the last time counts. */
  private static double sustainable(Line line, List<String> lines) throws Exception {
    List<String> again = new ArrayList<>();
    for (String each : lines) again.add(Latency.changed(each, -1 - again.size()));
    int before = (int) line.articles();
    Stopwatch watch = new Stopwatch();
    line.drop(again);
    line.awaitArticles(before + again.size());
    return watch.stop().perSecond(again.size());
  }

  private static ObjectNode figures(List<Look> looks, long begun, long ended, long caughtUp) {
    List<Look> early = looks.stream().filter(look -> look.second() <= begun).toList();
    List<Look> late = looks.stream().filter(look -> look.second() > caughtUp).toList();
    Look last = looks.get(looks.size() - 1);
    double before = median(early);
    ObjectNode figures =
        BenchInput.figures("worst age of an alert each second, before", median(late) / before);
    figures.put("fed", last.fed());
    figures.put("lost", last.behind());
    figures.put("overloadSeconds", ended - begun);
    figures.put("catchUpSeconds", caughtUp - ended);
    figures.put("mostBehind", most(looks, Look::behind));
    figures.put("oldestAlertSeconds", most(looks, Look::worstMillis) / 1000);
    figures.put("medianOfWorstMillisBefore", before);
    figures.put("medianOfWorstMillisAfter", median(late));
    figures.put("mostHeapMegabytes", most(looks, Look::heap));
    figures.put("heapMayBeMegabytes", Runtime.getRuntime().maxMemory() >> 20);
    figures.put("residentMegabytesBefore", most(early, Look::resident));
    figures.put("mostResidentMegabytes", most(looks, Look::resident));
    return figures;
  }

  private static double median(List<Look> looks) {
    List<Long> worst =
        looks.stream().map(Look::worstMillis).filter(millis -> millis > 0).sorted().toList();
    return worst.isEmpty() ? 0 : worst.get(worst.size() / 2);
  }

  private static long most(List<Look> looks, ToLongFunction<Look> of) {
    return looks.stream().mapToLong(of).max().orElse(0);
  }
}
