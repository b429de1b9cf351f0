package io.anteroom.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.data.Offset.offset;

import io.anteroom.scenario.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Theory against results that others computed or printed. */
class ReferenceTest {
  private static final double TOLERANCE = 1e-6;

  /** Cases for which no exact formula is known; a formula that is found has to leave this list. */
  private static final Map<String, String> WITHOUT_EXACT_FORMULA =
      Map.of(
          "retrial-1-0.5", "retrial queue",
          "retrial-10-20", "retrial queue",
          "ph-m-e2-2", "approximation",
          "ph-m-h2(scv4)-2", "approximation",
          "ph-m-h2(scv4)-5", "approximation",
          "ph-e2-e2-2", "approximation",
          "ph-h2(scv4)-h2(scv4)-2", "approximation");

  /** Figures of the references that no prediction gives. */
  private static final Set<String> NOT_PREDICTED = Set.of("p0", "sigma");

  static List<QueueingCase> expressible() {
    return QueueingCases.expressible();
  }

  static List<QueueingCase> exact() {
    return expressible().stream()
        .filter(one -> !WITHOUT_EXACT_FORMULA.containsKey(one.id()))
        .toList();
  }

  @Test
  void everyReferenceIsAScenarioOrSaysWhyNot() {
    Set<String> mapped =
        QueueingCases.all().stream()
            .map(one -> one.id().substring(0, (one.id() + "/").indexOf('/')))
            .collect(Collectors.toSet());
    assertThat(mapped).hasSize(64).containsExactlyInAnyOrderElementsOf(QueueingCases.idsInFile());
    assertThat(QueueingCases.all())
        .allSatisfy(
            one -> assertThat(one.settings().isPresent()).isEqualTo(one.whyNot().isEmpty()));
  }

  @ParameterizedTest
  @MethodSource("expressible")
  void hasAnExactFormulaUnlessListed(QueueingCase reference) {
    String listed = WITHOUT_EXACT_FORMULA.getOrDefault(reference.id(), "exact");
    switch (Theory.of(reference.scenario())) {
      case Prediction prediction ->
          assertThat(prediction.exact() ? "exact" : "approximation").isEqualTo(listed);
      case NoFormula none -> assertThat(none.reason()).contains(listed);
    }
  }

  @ParameterizedTest
  @MethodSource("exact")
  void agreesWithWhatOthersComputed(QueueingCase reference) {
    Figures figures = figures(reference);
    List<String> compared = new ArrayList<>();
    reference
        .metrics()
        .forEach(
            (metric, expected) -> {
              OptionalDouble predicted = figures.get(metric);
              if (predicted.isPresent()) {
                compared.add(metric);
                assertThat(predicted.getAsDouble())
                    .as(metric)
                    .isCloseTo(expected, relative(expected));
              } else {
                assertNotPredicted(reference, metric);
              }
            });
    assertThat(compared).isNotEmpty();
  }

  /** Waits over all visits, of models in which some give up, are compared in their own tests. */
  private static void assertNotPredicted(QueueingCase reference, String metric) {
    boolean ofAll = metric.startsWith("wait_p") || metric.startsWith("service_level");
    boolean givingUp = reference.settings().orElseThrow().containsKey("patience");
    assertThat(NOT_PREDICTED.contains(metric) || (ofAll && givingUp)).as(metric).isTrue();
  }

  @ParameterizedTest
  @MethodSource("exact")
  void agreesWithWhatWasPrinted(QueueingCase reference) {
    Figures figures = figures(reference);
    reference
        .published()
        .forEach(
            (metric, printed) -> {
              BigDecimal expected = new BigDecimal(printed.toString());
              // Some sources round, some cut off.
              double lastDigit = BigDecimal.valueOf(1, expected.scale()).doubleValue();
              figures
                  .get(metric)
                  .ifPresent(
                      predicted ->
                          assertThat(predicted)
                              .as(metric)
                              .isCloseTo(expected.doubleValue(), offset(lastDigit)));
            });
  }

  @Test
  void approximationsAreNearHeavyLoad() {
    Map<String, Double> errors = new TreeMap<>();
    for (QueueingCase reference : expressible()) {
      if ("approximation".equals(WITHOUT_EXACT_FORMULA.get(reference.id()))) {
        double expected = reference.metrics().getOrDefault("Wq", Double.NaN);
        double predicted = figures(reference).get("Wq").orElseThrow();
        errors.put(reference.id(), predicted / expected - 1);
      }
    }
    assertThat(errors).hasSize(5);
    assertThat(errors.values()).as("%s", errors).allMatch(error -> Math.abs(error) < 0.2);
  }

  private static Figures figures(QueueingCase reference) {
    Scenario scenario = reference.scenario();
    return switch (Theory.of(scenario)) {
      case Prediction prediction -> new Figures(scenario, prediction);
      case NoFormula none -> fail(none.reason());
    };
  }

  private static Offset<Double> relative(double expected) {
    return offset(Math.abs(expected) * TOLERANCE + 1e-12);
  }
}
