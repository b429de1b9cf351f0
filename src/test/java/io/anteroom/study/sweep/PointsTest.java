package io.anteroom.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.study.cell.Axis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {
  @TempDir private Path folder;

  private Path list(String text) throws IOException {
    return Files.writeString(folder.resolve("cells.csv"), text);
  }

  @Test
  void aGridIsEveryCombination() {
    Points points = Points.grid("rooms=8..16*2 mode=semaphore,timed");
    assertThat(points.all())
        .containsExactly(
            Map.of("rooms", "8", "mode", "semaphore"),
            Map.of("rooms", "8", "mode", "timed"),
            Map.of("rooms", "16", "mode", "semaphore"),
            Map.of("rooms", "16", "mode", "timed"));
  }

  @Test
  void aGridIsCountedBeforeItIsMade() {
    String huge = "rooms=1..9000+1 persons=1..9000+1 seed=1..9000+1 limit=1..9000+1";
    assertThatThrownBy(() -> Points.grid(huge))
        .isInstanceOf(InvalidSweepException.class)
        .hasMessageContaining("6,561,000,000,000,000 cells; allowed: at most 10,000");
    assertThat(Points.grid("rooms=1..100+1 persons=1..100+1").all()).hasSize(Points.MOST);
  }

  @Test
  void aListNamesItsCells() throws IOException {
    Points points =
        Points.list(list("rooms, hold\n8,\"lognormal:5ms,cv=2\"\r\n\n 16 , fixed:5ms\n"));
    assertThat(points.all())
        .containsExactly(
            Map.of("rooms", "8", "hold", "lognormal:5ms,cv=2"),
            Map.of("rooms", "16", "hold", "fixed:5ms"));
    assertThat(points.axes())
        .containsExactly(
            new Axis("rooms", List.of("8", "16")),
            new Axis("hold", List.of("lognormal:5ms,cv=2", "fixed:5ms")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rooms",
        "rooms\n",
        "rooms,rooms\n1,2\n",
        "room\n1\n",
        "clock\nwall\n",
        "name\na\n",
        "rooms,mode\n1\n",
        "rooms,mode\n1,\n",
        "rooms,mode\n1,timed,2\n",
        "rooms\n1\n1\n",
        "rooms\n\"1\n",
        "rooms\n\"1\"2\n",
      })
  void badListsAreRefusedWithTheirPlace(String text) throws IOException {
    Path file = list(text);
    assertThatThrownBy(() -> Points.list(file))
        .isInstanceOf(InvalidSweepException.class)
        .message()
        .startsWith(file.toString())
        .doesNotContain("\n");
  }

  @Test
  void unreadableListsAreRefused() throws IOException {
    assertThatThrownBy(() -> Points.list(folder.resolve("none.csv")))
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> Points.list(folder)).hasMessageContaining("not readable");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {'r', (byte) 0xff});
    assertThatThrownBy(() -> Points.list(binary)).hasMessageContaining("not UTF-8");
  }

  @Test
  void theClockIsNotVaried() {
    assertThatThrownBy(() -> Points.grid("clock=wall,simulated"))
        .isInstanceOf(InvalidSweepException.class)
        .hasMessageContaining("clock can't be varied");
  }

  @Test
  void fieldsSurviveATable() {
    List<String> fields = List.of("plain", "a,b", "say \"so\"", "", "\"", "end,\"");
    assertThat(Csv.fields(Csv.row(fields).stripTrailing())).isEqualTo(fields);
    assertThat(Csv.row(List.of("two\nlines", "x"))).isEqualTo("\"two\nlines\",x\n");
  }
}
