package io.anteroom.teach;

import io.anteroom.study.cell.CellOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Made-up observations. */
final class Given {
  static final int OLD = 21;
  static final int NEW = 25;

  private Given() {}

  /** A run with figures, as {@code name, figure, name, figure}. */
  static Observation run(String run, int feature, Object... figures) {
    return run(run, feature, CellOutcome.COMPLETED, figures);
  }

  static Observation run(String run, int feature, CellOutcome outcome, Object... figures) {
    Map<String, Double> byName = new HashMap<>();
    for (int i = 0; i < figures.length; i += 2) {
      byName.put((String) figures[i], ((Number) figures[i + 1]).doubleValue());
    }
    String jdk = feature == JdkRange.NO_JDK ? "" : feature + ".0.1";
    return new Observation(run, jdk, feature, outcome, "", 1, "cells/" + run, byName, Map.of());
  }

  /** The verdict on the only place where these were seen. */
  static JdkMatch verdict(Lesson lesson, Observation... observations) {
    return grade(lesson, observations).verdict();
  }

  static Grade grade(Lesson lesson, Observation... observations) {
    List<Grade> grades = Grade.of(new Seen(List.of(observations)), lesson.claims());
    if (grades.size() != 1) {
      throw new IllegalArgumentException(grades.toString());
    }
    return grades.getFirst();
  }
}
