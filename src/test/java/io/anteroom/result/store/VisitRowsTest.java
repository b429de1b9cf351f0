package io.anteroom.result.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.measure.Timelines;
import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.measure.VisitTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitRowsTest {
  private static final String HEADER =
      "person,visit,room,intendedNanos,enteredNanos,leftNanos,outcome,refusals\n";
  private static final List<String> ONE = List.of();
  private static final String GOOD = "0,0,0,0,5,9,completed,0\n";

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("visits.csv"), text);
  }

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    List<VisitRecord> visits =
        List.of(
            Timelines.visit(0, 2, 1, 3, 12L, 50L, VisitOutcome.COMPLETED, 4),
            Timelines.visit(1, 0, null, 5, null, 6L, VisitOutcome.ABANDONED, 2),
            Timelines.visit(2, 0, null, 7, null, null, VisitOutcome.TURNED_AWAY, 0),
            Timelines.visit(3, 0, 8, 9, 10L, null, VisitOutcome.CENSORED, 1),
            Timelines.visit(4, 0, null, 11, null, null, VisitOutcome.CENSORED, 3));
    assertThat(VisitRows.read(file(VisitRows.write(visits, ONE)), ONE)).isEqualTo(visits);
    assertThat(VisitRows.read(file(VisitRows.write(List.of(), ONE)), ONE)).isEmpty();
  }

  @Test
  void visitsToSeveralPoolsNameTheirPool() throws IOException {
    List<String> pools = List.of("workers", "connections");
    List<VisitRecord> visits =
        List.of(
            Timelines.visit(2, 0, null, 7, null, null, VisitOutcome.TURNED_AWAY, 0),
            new VisitRecord(3, 4, 1, 5, new VisitTimes(6, 7L, 8L), VisitOutcome.COMPLETED, 0));
    Path file = file(VisitRows.write(visits, pools));

    assertThat(file)
        .hasContent(
            """
            person,visit,pool,room,intendedNanos,enteredNanos,leftNanos,outcome,refusals
            2,0,,,7,,,turnedAway,0
            3,4,connections,5,6,7,8,completed,0
            """);
    assertThat(VisitRows.read(file, pools)).isEqualTo(visits);
    assertThatThrownBy(() -> VisitRows.read(file, List.of("workers", "desks")))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessage(file + ": line 3 is not a visit");
  }

  @Test
  void anOlderFolderOfSeveralPoolsHasNone() throws IOException {
    assertThat(VisitRows.read(file(HEADER), List.of("workers", "connections"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0,0,0,0,5,9,completed",
        "0,0,0,0,5,9,completed,0,0",
        "0,0,0,0,5,9,happy,0",
        "0,0,0,0,5,9,COMPLETED,0",
        "x,0,0,0,5,9,completed,0",
        "0,0,0,,5,9,completed,0",
        "0,0,0,0,5,,completed,0",
        "0,0,,0,5,9,completed,0",
        "0,0,0,0,,9,completed,0",
        "0,0,0,0,9,5,completed,0",
        "0,0,0,0,5,9,abandoned,0",
        "0,0,,0,,,abandoned,0",
        "0,0,,0,,7,turnedAway,0",
        "0,0,0,0,5,9,censored,0",
      })
  void whatIsNoVisitIsNamedByItsLine(String row) throws IOException {
    Path file = file(HEADER + GOOD + row + "\n" + GOOD);
    assertThatThrownBy(() -> VisitRows.read(file, ONE))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessage(file + ": line 3 is not a visit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", GOOD, "person,visit\n", "\u0000\n"})
  void anotherFileIsNoVisits(String text) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> VisitRows.read(file, ONE))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageStartingWith(file + ": it does not begin with the columns of visits: person,");
  }
}
