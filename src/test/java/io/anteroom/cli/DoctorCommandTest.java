package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.JvmClaim;
import io.anteroom.observe.doctor.Diagnosis;
import io.anteroom.observe.doctor.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DoctorCommandTest {
  @Test
  void saysWhatThisMachineAndThisJdkShow() {
    CommandLineRun run = CommandLineRun.of("doctor");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            Runtime.version().toString(),
            "carriers",
            "largest heap",
            "processors",
            "memory",
            "open files",
            "System.nanoTime",
            "--jfr pinning",
            "not observable on JDK " + Runtime.version().feature(),
            "JEP 444");
  }

  @Test
  void fitsInto80Columns() {
    assertThat(CommandLineRun.of("doctor").out().lines())
        .filteredOn(line -> !line.contains("/"))
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void everyClaimHasASource() {
    assertThat(diagnosis().sections().stream().flatMap(section -> section.findings().stream()))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            finding -> {
              assertThat(finding.text()).isNotBlank();
              assertThat(finding.source()).isNotBlank();
            });
  }

  @Test
  @JvmClaim
  void whatOnlyJdk25HasIsMissingOn21() {
    Finding full =
        diagnosis().sections().stream()
            .flatMap(section -> section.findings().stream())
            .filter(finding -> finding.key().equals("recorder.settings.full"))
            .findFirst()
            .orElseThrow();
    boolean complete = Runtime.version().feature() >= 25;
    assertThat(full.standing())
        .isEqualTo(complete ? Finding.Standing.FINE : Finding.Standing.LIMITED);
    assertThat(full.text().contains("jdk.JavaMonitorNotify")).isEqualTo(!complete);
  }

  @Test
  void keysAreUnique() {
    List<String> keys =
        diagnosis().sections().stream()
            .flatMap(section -> section.findings().stream())
            .map(Finding::key)
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void withoutUnicodeItIsAscii() {
    Terminal plain = new Terminal(false, 80, false, false);
    assertThat(CommandLineRun.of(plain, "doctor").out()).matches("\\p{ASCII}+");
  }

  private static Diagnosis diagnosis() {
    CommandLineRun run = CommandLineRun.of("doctor", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    return Diagnosis.JSON.read(run.out());
  }
}
