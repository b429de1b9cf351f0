package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.Golden;
import io.anteroom.measure.Timelines;
import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.result.Run;
import io.anteroom.result.SampleRuns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VisitsReportTest {
  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  /** Every outcome; one that was cut short in its room and one in line. */
  private static List<VisitRecord> visits() {
    return List.of(
        Timelines.visit(0, 0, 0, 0, 12_345L, 5_000_012_345L, VisitOutcome.COMPLETED, 0),
        Timelines.visit(3, 0, null, 250_000, null, null, VisitOutcome.TURNED_AWAY, 0),
        Timelines.visit(2, 1, null, 200_000, null, 500_200_000L, VisitOutcome.ABANDONED, 7),
        Timelines.visit(
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            63,
            100,
            86_400_000_000_000L,
            null,
            VisitOutcome.CENSORED,
            91_234_567),
        Timelines.visit(1, 0, null, 0, null, null, VisitOutcome.CENSORED, 9));
  }

  private static String written(List<VisitRecord> visits) throws IOException {
    Run run = SampleRuns.completed();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new VisitsReport()
        .write(
            new Run(run.scenario(), run.result(), run.histograms(), List.of(), visits, Map.of()),
            out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theFormatIsTheRecordedOneInEveryLocale() throws IOException {
    Golden.check("report/visits.csv", written(visits()));
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    Golden.check("report/visits.csv", written(visits()));
  }

  @Test
  void aRunWithoutVisitsIsAHeader() throws IOException {
    assertThat(written(List.of()).lines()).hasSize(1);
  }
}
