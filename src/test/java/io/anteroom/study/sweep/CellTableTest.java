package io.anteroom.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.Golden;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.study.cell.CellRecord;
import java.io.IOException;
import java.util.List;
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
        .endsWith("seconds", "loadBefore", "stealShare", "otherShare", "noisy");
    assertThat(lines).hasSize(7).allMatch(line -> Csv.fields(line).size() == header.size());
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
