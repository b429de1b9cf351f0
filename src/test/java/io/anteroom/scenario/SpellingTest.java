package io.anteroom.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "rooms, rooms, 0",
    "room, rooms, 1",
    "rooms, room, 1",
    "roms, rooms, 1",
    "'', rooms, 5",
    "kitten, sitting, 3",
  })
  void editsAreInsertionsRemovalsAndReplacements(String from, String to, int edits) {
    assertThat(Spelling.edits(from, to)).isEqualTo(edits);
  }

  @ParameterizedTest
  @CsvSource({"roms, rooms", "hodl, ", "persos, persons", "xyzzy, ", "'', ", "vizits, visits"})
  void onlyANearWordIsOffered(String text, String nearest) {
    assertThat(Spelling.nearest(text, List.of("rooms", "persons", "visits", "hold")))
        .isEqualTo(Optional.ofNullable(nearest));
  }
}
