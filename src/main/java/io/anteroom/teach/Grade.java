package io.anteroom.teach;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How what was seen on one JDK compares with what is known of it.
 *
 * @param jdk its version; empty: simulated time
 * @param verdict the worst of the claims'
 * @param claims what it rests on
 */
@Json
public record Grade(String jdk, int feature, JdkMatch verdict, List<Judged> claims) {
  public Grade {
    claims = List.copyOf(claims);
  }

  /**
   * A claim, held against a figure.
   *
   * @param what the figure, as a sentence has it
   * @param value null: the runs do not have it
   * @param figure the same with its unit
   * @param expected where it should lie
   * @param reason why, as a clause
   */
  public record Judged(
      String what,
      @Nullable Double value,
      String figure,
      String expected,
      JdkMatch verdict,
      String reason) {
    /** What it says, in a sentence. */
    public String sentence() {
      return "%s %s, expected %s: %s.".formatted(what, figure, expected, reason);
    }
  }

  /** Grades each JDK that there is a claim about. */
  static List<Grade> of(Seen seen, List<Claim> claims) {
    return seen.views().stream()
        .map(
            view -> {
              List<Judged> judged =
                  claims.stream()
                      .filter(claim -> claim.jdks().holds(view.feature()))
                      .map(claim -> claim.judge(view))
                      .toList();
              JdkMatch worst =
                  judged.stream().map(Judged::verdict).reduce(JdkMatch.EXPECTED, JdkMatch::and);
              return new Grade(view.jdk(), view.feature(), worst, judged);
            })
        .filter(grade -> !grade.claims.isEmpty())
        .collect(Collectors.toUnmodifiableList());
  }

  /** Where it was seen. */
  public String place() {
    return jdk.isEmpty() ? "simulated" : "JDK " + jdk;
  }
}
