package io.anteroom.teach;

import io.anteroom.study.cell.CellOutcome;
import io.avaje.jsonb.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was seen of one run.
 *
 * @param run the label of its step
 * @param jdk the version of its JDK; empty: simulated
 * @param feature the release of its JDK, such as 21; {@link JdkRange#NO_JDK}: simulated
 * @param explanation why the outcome is not {@code completed}; else empty
 * @param seconds that it took, its JVM's start included
 * @param folder what it left behind, relative to the lesson's results folder
 * @param figures by name: metrics as {@code anteroom metrics} lists them, and the lesson's own
 * @param words by name, what is no figure
 */
@Json
public record Observation(
    String run,
    String jdk,
    int feature,
    CellOutcome outcome,
    String explanation,
    double seconds,
    String folder,
    Map<String, Double> figures,
    Map<String, String> words) {
  public Observation {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
  }
}
