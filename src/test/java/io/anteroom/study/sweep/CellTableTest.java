package io.anteroom.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.Golden;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.cell.CellRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellTableTest {
  private static final Sweep REAL = SampleSweeps.real();

  @Test
  void aSweepKnowsWhetherItsCellsReckonWithBusyCarriers() {
    Sweep.Planned cell = REAL.cells().getFirst();
    Sweep.Planned busy =
        new Sweep.Planned(
            cell.name(),
            cell.point(),
            cell.jdkHome(),
            cell.jdk(),
            List.of("-Xmx1g", BusyWaiting.jvmOption()));
    assertThat(REAL.busyWaiting()).isFalse();
    assertThat(with(busy).busyWaiting()).isTrue();
    assertThat(Sweep.JSON.read(Sweep.JSON.write(with(busy)))).isEqualTo(with(busy));
  }

  private static Sweep with(Sweep.Planned cell) {
    return new Sweep(
        REAL.schema(),
        REAL.anteroom(),
        REAL.name(),
        REAL.clock(),
        REAL.axes(),
        REAL.seed(),
        REAL.cellTimeout(),
        List.of(cell));
  }

  @Test
  void theFormatsStayAsTheyAre() throws IOException {
    Golden.check("study/sweep/sweep.json", Sweep.JSON.write(REAL));
    Golden.check("study/sweep/cells.csv", CellTable.text(REAL, SampleSweeps.records()));
    Golden.check("study/sweep/cells.json", CellRecord.JSON.writeAll(SampleSweeps.records()));
    assertThat(Sweep.JSON.read(Sweep.JSON.write(REAL))).isEqualTo(REAL);
  }

  @Test
  void everyMetricHasAColumnAndEveryRowAsManyFields() {
    List<String> lines = CellTable.text(REAL, SampleSweeps.records()).lines().toList();
    List<String> header = Csv.fields(lines.getFirst());
    assertThat(header)
        .doesNotHaveDuplicates()
        .startsWith("cell", "rooms", "jdk", "outcome")
        .containsAll(Metrics.all().stream().map(Metric::name).toList())
        .containsSubsequence("seconds", "loadBefore", "stealShare", "otherShare", "noisy")
        .containsSubsequence("noisy", "wait.p99.low", "wait.p99.high", "wait.p99.theory");
    assertThat(lines).hasSize(7).allMatch(line -> Csv.fields(line).size() == header.size());
  }

  @Test
  void figuresOfPoolsHaveTheirIntervalsAndTheoryToo() {
    String wait = "wait.mean{pool=a}";
    CellRecord of =
        known(
            Map.of("throughput", 3.0, wait, 80e6),
            Map.of(wait, new Estimate(80e6, 70e6, 90e6)),
            Map.of(wait, 1.25e9));

    List<String> lines =
        CellTable.text(REAL, List.of(of, SampleSweeps.records().getLast())).lines().toList();

    List<String> header = Csv.fields(lines.getFirst());
    assertThat(lines).hasSize(3).allMatch(line -> Csv.fields(line).size() == header.size());
    assertThat(header).endsWith(wait, wait + ".low", wait + ".high", wait + ".theory");
    assertThat(Csv.fields(lines.get(1))).endsWith("80000000", "70000000", "90000000", "1250000000");
    assertThat(Csv.fields(lines.get(2))).endsWith("", "", "", "");
  }

  private static CellRecord known(
      Map<String, Double> metrics, Map<String, Estimate> estimates, Map<String, Double> theory) {
    CellRecord one = SampleSweeps.records().getFirst();
    return new CellRecord(
        one.schema(),
        one.name(),
        one.point(),
        one.jdk(),
        one.outcome(),
        one.explanation(),
        one.host(),
        one.seconds(),
        one.scheduleChecksum(),
        metrics,
        one.notMet(),
        one.verdict(),
        estimates,
        theory,
        null);
  }

  @Test
  void intervalsAndTheoryStandBesideTheFigures() {
    CellRecord known =
        known(
            SampleSweeps.records().getFirst().metrics(),
            Map.of("wait.p99", new Estimate(80e6, 70e6, 90e6)),
            Map.of("wait.p99", 1.25e9));
    List<String> lines = CellTable.text(REAL, List.of(known)).lines().toList();
    List<String> header = Csv.fields(lines.getFirst());
    List<String> row = Csv.fields(lines.getLast());
    assertThat(row.get(header.indexOf("wait.p99.low"))).isEqualTo("70000000");
    assertThat(row.get(header.indexOf("wait.p99.high"))).isEqualTo("90000000");
    assertThat(row.get(header.indexOf("wait.p99.theory"))).isEqualTo("1250000000");
    assertThat(row.get(header.indexOf("wait.p50.theory"))).isEmpty();
    assertThat(CellRecord.JSON.read(CellRecord.JSON.write(known))).isEqualTo(known);
  }

  @Test
  void ofSimulatedCellsNothingThatChangesIsToldOf() {
    Sweep simulated =
        new Sweep(
            Sweep.SCHEMA,
            "1.0",
            "x",
            "simulated",
            REAL.axes(),
            7,
            REAL.cellTimeout(),
            REAL.cells());
    assertThat(CellTable.text(simulated, SampleSweeps.records()))
        .doesNotContain("seconds", "2.25", "21.0.1", ",noisy", "loadBefore");
  }
}
