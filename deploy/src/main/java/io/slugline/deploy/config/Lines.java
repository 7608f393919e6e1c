package io.slugline.deploy.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** On which line of the file each place stands. */
record Lines(Map<String, Integer> byPlace) {

  /** A file that breaks off half-way has the places before that. */
  static Lines of(String yaml) {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        lines.putIfAbsent(
            Places.of(parser.getParsingContext()), parser.currentTokenLocation().getLineNr());
      }
    } catch (IOException brokenOff) {
      return new Lines(lines);
    }
    return new Lines(lines);
  }

  /** Gives each problem its line, and puts them in the file's order. */
  List<Problem> locate(List<Problem> problems) {
    return problems.stream()
        .map(this::locate)
        .distinct()
        .sorted(Comparator.comparingInt(Problem::line))
        .toList();
  }

  private Problem locate(Problem problem) {
    if (problem.line() > 0) return problem;
    String place = known(problem.place());
    return new Problem(place, lineOf(place), problem.message());
  }

  /** Jackson keeps unknown keys aside, and sometimes says the name twice when it tells of them. */
  private String known(String place) {
    int dot = place.lastIndexOf('.');
    if (byPlace.containsKey(place) || dot < 0) return place;
    String outer = place.substring(0, dot);
    return outer.equals(place.substring(dot + 1)) ? outer : place;
  }

  private int lineOf(String place) {
    Integer line = byPlace.get(place);
    if (line != null) return line;
    int dot = place.lastIndexOf('.');
    return dot < 0 ? 0 : lineOf(place.substring(0, dot));
  }
}
