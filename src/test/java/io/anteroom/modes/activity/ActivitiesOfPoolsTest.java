package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.LockingModes;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.YamlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivitiesOfPoolsTest {
  private final List<String> closed = new ArrayList<>();

  private static Journey threePools() {
    return Objects.requireNonNull(
        new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2)
            .parse(
                YamlText.settings(
                    """
                    persons: 1
                    pools: {a: {rooms: 1}, b: {rooms: 1}, c: {rooms: 1}}
                    journey: [{in: a, do: [{in: b, do: [{in: c, do: [{hold: "fixed:1ms"}]}]}]}]
                    """))
            .journey());
  }

  private RoomActivity closingWith(String name, Exception failure) {
    return new RoomActivity() {
      @Override
      public void perform(long holdNanos) {}

      @Override
      public void close() throws IOException {
        closed.add(name);
        if (failure instanceof IOException checked) {
          throw checked;
        }
        throw (RuntimeException) failure;
      }
    };
  }

  @Test
  void allAreClosedWhicheverFail() throws Exception {
    RoomActivity all =
        ActivitiesOfPools.open(
            threePools(),
            pool ->
                closingWith(
                    pool.name(),
                    pool.name().equals("b")
                        ? new IllegalStateException("b")
                        : new IOException(pool.name())));

    assertThatThrownBy(all::close)
        .isInstanceOf(IOException.class)
        .hasMessage("a")
        .satisfies(first -> assertThat(first.getSuppressed()).hasSize(2));
    assertThat(closed).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void whereOneCanNotBeMadeTheOthersAreClosed() {
    assertThatThrownBy(
            () ->
                ActivitiesOfPools.open(
                    threePools(),
                    pool -> {
                      if (pool.name().equals("c")) {
                        throw new UnsupportedActivityException("no c", null);
                      }
                      return closingWith(pool.name(), new IOException(pool.name()));
                    }))
        .isInstanceOf(UnsupportedActivityException.class)
        .hasMessage("no c")
        .satisfies(refusal -> assertThat(refusal.getSuppressed()).hasSize(1));
    assertThat(closed).containsExactlyInAnyOrder("a", "b");
  }

  /** Keeps the holds of its pool, and is lost where a test says so. */
  private record Pooled(List<Long> holds, @Nullable String lost) implements RoomActivity {
    @Override
    public void perform(long holdNanos) {
      holds.add(holdNanos);
    }

    @Override
    public void close() {}
  }

  @Test
  void whatOnePoolHasLostIsLostToTheRun() throws Exception {
    try (RoomActivity all =
            ActivitiesOfPools.open(
                threePools(),
                pool -> new Pooled(new ArrayList<>(), pool.name().equals("b") ? "gone" : null));
        RoomActivity none =
            ActivitiesOfPools.open(threePools(), pool -> new Pooled(new ArrayList<>(), null))) {
      assertThat(all.lost()).isEqualTo("gone");
      assertThat(none.lost()).isNull();
    }
  }

  @Test
  void eachPoolHasItsOwnAndTheFirstStandsForAll() throws Exception {
    List<Pooled> made = new ArrayList<>();
    try (RoomActivity all =
        ActivitiesOfPools.open(
            threePools(),
            pool -> {
              made.add(new Pooled(new ArrayList<>(), null));
              return made.getLast();
            })) {
      all.ofPool(2).perform(3);
      all.perform(1);
      assertThat(made)
          .extracting(Pooled::holds)
          .containsExactly(List.of(1L), List.of(), List.of(3L));
    }
  }
}
