package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.doctor.Examination;
import io.avaje.jsonb.Jsonb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DoctorCommandTest {
  @Test
  void tellsWhatIsAndWhatIsNotObservableWithTheSource() {
    CommandLineRun run = CommandLineRun.of("doctor");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("processors", "carriers", "CPU limit", "memory limit", "--jfr contention")
        .contains("not observable on JDK " + Runtime.version().feature())
        .contains("JEP 491");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void everyFindingHasASubjectATextAndASource() {
    CommandLineRun run = CommandLineRun.of("doctor", "--json");
    Examination examination = Jsonb.builder().build().type(Examination.class).fromJson(run.out());
    assertThat(examination.flight())
        .isNotEmpty()
        .allMatch(finding -> !finding.finding().isBlank() && !finding.source().isBlank());
    assertThat(examination.machine()).hasSizeGreaterThan(3);
  }
}
