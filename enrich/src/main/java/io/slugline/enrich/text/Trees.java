package io.slugline.enrich.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Boosted decision trees over a row of numbers: how likely something is. All trees are full and of
 * one depth, so a tree is an array of questions and an array of answers.
 *
 * <p>As text: a line with the version, a line with the depth, then two lines for each tree; numbers
 * parted by blanks, a question as {@code feature:threshold}.
 */
final class Trees {
  private final String version;
  private final int depth;
  private final int[][] features;
  private final float[][] thresholds;
  private final float[][] answers;

  Trees(String version, int depth, int[][] features, float[][] thresholds, float[][] answers) {
    this.version = version;
    this.depth = depth;
    this.features = features;
    this.thresholds = thresholds;
    this.answers = answers;
  }

  /** Reads a model that ships; throws when it is missing. */
  static Trees load(String resource) {
    try (InputStream in = Trees.class.getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException("missing resource " + resource);
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return read(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  static Trees read(List<String> lines) {
    int trees = (lines.size() - 2) / 2;
    int[][] features = new int[trees][];
    float[][] thresholds = new float[trees][];
    float[][] answers = new float[trees][];
    for (int tree = 0; tree < trees; tree++) {
      String[] questions = lines.get(2 + 2 * tree).split(" ");
      features[tree] = new int[questions.length];
      thresholds[tree] = new float[questions.length];
      for (int i = 0; i < questions.length; i++) {
        int colon = questions[i].indexOf(':');
        features[tree][i] = Integer.parseInt(questions[i].substring(0, colon));
        thresholds[tree][i] = Float.parseFloat(questions[i].substring(colon + 1));
      }
      String[] values = lines.get(3 + 2 * tree).split(" ");
      answers[tree] = new float[values.length];
      for (int i = 0; i < values.length; i++) answers[tree][i] = Float.parseFloat(values[i]);
    }
    return new Trees(lines.get(0), Integer.parseInt(lines.get(1)), features, thresholds, answers);
  }

  List<String> write() {
    List<String> lines = new ArrayList<>(List.of(version, String.valueOf(depth)));
    for (int tree = 0; tree < features.length; tree++) {
      StringBuilder questions = new StringBuilder();
      for (int i = 0; i < features[tree].length; i++) {
        questions
            .append(i == 0 ? "" : " ")
            .append(features[tree][i])
            .append(':')
            .append(thresholds[tree][i]);
      }
      StringBuilder values = new StringBuilder();
      for (float answer : answers[tree]) values.append(values.isEmpty() ? "" : " ").append(answer);
      lines.add(questions.toString());
      lines.add(values.toString());
    }
    return lines;
  }

  String version() {
    return version;
  }

  /** How likely, from 0 to 1. */
  double likelihood(float[] row) {
    double sum = 0;
    for (int tree = 0; tree < features.length; tree++) sum += answer(tree, row);
    return 1 / (1 + Math.exp(-sum));
  }

  float answer(int tree, float[] row) {
    int at = 0;
    for (int level = 0; level < depth; level++) {
      at = 2 * at + (row[features[tree][at]] <= thresholds[tree][at] ? 1 : 2);
    }
    return answers[tree][at - features[tree].length];
  }
}
