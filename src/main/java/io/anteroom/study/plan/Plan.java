package io.anteroom.study.plan;

import io.anteroom.result.store.Document;
import io.avaje.jsonb.Json;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question of capacity, and what it rests on. Values are rooms, arrivals per
 * second, or nanoseconds of mean hold, whatever was looked for; other times are in nanoseconds.
 *
 * @param schema version of this shape
 * @param find what was looked for: {@code rooms}, {@code rate} or {@code hold}
 * @param answer null where there is none
 * @param outcome {@link #ANSWERED}, {@link #NO_ANSWER}, {@link #INTERRUPTED}, {@link
 *     #FAILED_FOR_REAL} or {@link #NOT_JUDGED_FOR_REAL}
 * @param explanation why there is no answer, or what to know about it, for a person; else empty
 * @param objectives as they were given
 * @param scenario the effective settings of the answer, or of the question where there is none
 * @param notMet the answer's neighbour, one room fewer and the like, which is not known to do; null
 *     where the answer has none
 * @param decidedBy what the answer rests on
 * @param model what theory calls the answer, such as {@code M/M/13}, and its formula; null: none
 * @param exact whether that formula is exact, its waits included
 * @param curve candidates around the answer, in the order of their values
 * @param knee where the first objective's metric stops falling fast; null where it does not bend
 * @param costPerRoom null where none was given
 * @param cost of the answer
 * @param judged how many candidates were judged, in simulated time or because the line grows
 * @param lengthGiven whether the replications were as long as the scenario says, rather than as
 *     long as it takes to reach the steady state; null in plans that are older
 */
@Json
public record Plan(
    int schema,
    String find,
    @Nullable BigDecimal answer,
    String outcome,
    String explanation,
    List<String> objectives,
    Map<String, Object> scenario,
    @Nullable BigDecimal notMet,
    @Nullable Basis decidedBy,
    @Nullable String model,
    boolean exact,
    List<Point> curve,
    @Nullable BigDecimal knee,
    List<HeadRoom> headRoom,
    @Nullable BigDecimal costPerRoom,
    @Nullable BigDecimal cost,
    List<Verification> verification,
    int judged,
    @Nullable Boolean lengthGiven) {
  /** The version that this code writes. */
  public static final int SCHEMA = 1;

  /** How it is written and read. */
  public static final Document<Plan> JSON =
      new Document<>(
              Plan.class,
              "plan",
              SCHEMA,
              List.of(
                  "find",
                  "outcome",
                  "explanation",
                  "objectives",
                  "scenario",
                  "exact",
                  "curve",
                  "headRoom",
                  "verification",
                  "judged"))
          .onlyWhereKnown("ended");

  public static final String ANSWERED = "answered";

  /** There is none, and the explanation says why. */
  public static final String NO_ANSWER = "no answer";

  /** The search was told to end early. */
  public static final String INTERRUPTED = "interrupted";

  /** There is an answer, but it did not do when it ran for real. */
  public static final String FAILED_FOR_REAL = "failed for real";

  /** There is an answer, but an objective was not judged when it ran for real. */
  public static final String NOT_JUDGED_FOR_REAL = "not judged for real";

  public Plan {
    objectives = List.copyOf(objectives);
    scenario = Collections.unmodifiableMap(new LinkedHashMap<>(scenario));
    curve = List.copyOf(curve);
    headRoom = List.copyOf(headRoom);
    verification = List.copyOf(verification);
  }

  /** Whether the replications may be too short for a steady state. */
  public boolean maybeTooShort() {
    return lengthGiven != null && lengthGiven;
  }

  /** The point of the curve at a value; null where there is none. */
  public @Nullable Point at(@Nullable BigDecimal value) {
    return curve.stream()
        .filter(point -> value != null && point.value().compareTo(value) == 0)
        .findFirst()
        .orElse(null);
  }

  /** What the answer fell short of when it ran for real; empty where it did not, or did not run. */
  public String failureForReal() {
    Point answering = at(answer);
    Verification ran = answerForReal();
    return ran == null ? "" : ran.failure(answering != null && answering.endless());
  }

  /** Why the answer was not judged for real, and the remedy; empty where it was. */
  public String notJudgedForReal() {
    Verification ran = answerForReal();
    return ran == null ? "" : ran.notJudged();
  }

  /** What came of the answer for real; null where it did not run. */
  public @Nullable Verification answerForReal() {
    BigDecimal value = answer;
    return value == null
        ? null
        : verification.stream()
            .filter(one -> one.value().compareTo(value) == 0)
            .findFirst()
            .orElse(null);
  }

  /** The same plan, run for real. */
  Plan with(List<Verification> verifications, boolean cut) {
    Plan ran =
        with(
            verifications,
            cut ? INTERRUPTED : outcome,
            cut ? "Stopped on request while the answer ran for real." : explanation);
    String failure = ran.failureForReal();
    String notJudged = ran.notJudgedForReal();
    if (cut || (failure.isEmpty() && notJudged.isEmpty())) {
      return ran;
    }
    return failure.isEmpty()
        ? with(verifications, NOT_JUDGED_FOR_REAL, "Not judged for real: " + notJudged + ".")
        : with(verifications, FAILED_FOR_REAL, "When the answer ran for real, " + failure + ".");
  }

  private Plan with(List<Verification> verifications, String became, String why) {
    return new Plan(
        schema,
        find,
        answer,
        became,
        why,
        objectives,
        scenario,
        notMet,
        decidedBy,
        model,
        exact,
        curve,
        knee,
        headRoom,
        costPerRoom,
        cost,
        verifications,
        judged,
        lengthGiven);
  }
}
