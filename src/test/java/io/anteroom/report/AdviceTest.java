package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.ResultJson;
import io.anteroom.result.Run;
import io.anteroom.result.SampleRuns;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdviceTest {
  private static final String PINNED = "\"carrierShare\": 0.15";
  private static final String UNPINNED = "\"carrierShare\": 0";

  /** A run whose result differs: each text of its JSON is replaced by the one after it. */
  private static Run changed(Run run, String... oldAndNew) {
    String json = ResultJson.write(run.result());
    for (int i = 0; i < oldAndNew.length; i += 2) {
      assertThat(json).contains(oldAndNew[i]);
      json = json.replace(oldAndNew[i], oldAndNew[i + 1]);
    }
    return new Run(
        run.scenario(),
        ResultJson.read(json),
        run.histograms(),
        run.intervals(),
        run.visits(),
        Map.of());
  }

  /** More arrivals than the rooms can serve, and nothing else that is wrong. */
  private static Run overloaded(String... oldAndNew) {
    Run sound =
        changed(SampleRuns.saturated(), "\"violations\": 2", "\"violations\": 0", PINNED, UNPINNED);
    return changed(sound, oldAndNew);
  }

  private static Run patient(String... oldAndNew) {
    return changed(
        changed(
            SampleRuns.abandonments(), PINNED, UNPINNED, "\"abandoned\": 42", "\"abandoned\": 0"),
        oldAndNew);
  }

  static Stream<Arguments> cases() {
    String saturated = "\"outcome\": \"saturated\"";
    String completed = "\"outcome\": \"completed\"";
    return Stream.of(
        Arguments.of("violations", SampleRuns.saturated(), "Do not use mode semaphore"),
        Arguments.of("spinners", SampleRuns.stuck(), "Let persons park while they wait"),
        Arguments.of(
            "a failed check",
            changed(SampleRuns.abandonments(), completed, "\"outcome\": \"invalid\""),
            "Do not use these figures"),
        Arguments.of(
            "nobody", changed(SampleRuns.withoutNumbers(), "stuck", "saturated"), "Nobody got a"),
        Arguments.of(
            "pins on 25",
            SampleRuns.abandonments(),
            "leave only 2 of 8 rooms usable: block outside of native code"),
        Arguments.of(
            "pins on 21",
            changed(SampleRuns.abandonments(), "25.0.1+8-LTS", "21.0.9+10-LTS"),
            "move to JDK 24 or later"),
        Arguments.of("saturation", overloaded(), "Offer at least 40 rooms"),
        Arguments.of(
            "another bottleneck",
            overloaded("\"offeredPerSecond\": 1999.4", "\"offeredPerSecond\": 400"),
            "Rooms are not the bottleneck"),
        Arguments.of(
            "an interrupt",
            overloaded(saturated, "\"outcome\": \"interrupted\""),
            "The run was cut short"),
        Arguments.of(
            "impatience",
            patient("\"abandoned\": 0", "\"abandoned\": 900"),
            "Add rooms, shorten the hold or let persons wait longer: 10"),
        Arguments.of(
            "a burst", changed(SampleRuns.completed(), PINNED, UNPINNED), "Spread the arrivals"),
        Arguments.of(
            "crowded rooms", overloaded(saturated, completed), "; by theory 44 rooms bring that"),
        Arguments.of(
            "room to spare",
            patient("\"utilisation\": 0.746", "\"utilisation\": 0.1"),
            "nothing stands out"),
        Arguments.of(
            "a handful of visits",
            changed(SampleRuns.stuck(), "\"stuck\"", "\"completed\"", PINNED, UNPINNED),
            "Of 3 visits percentiles say little: the longest wait was 836µs, with the rooms taken"),
        Arguments.of(
            "crowded rooms, few visits",
            overloaded(saturated, completed, "\"count\": 9880", "\"count\": 99"),
            "and the longest of 99 waits is 15.2s"),
        Arguments.of(
            "few visits",
            patient("\"count\": 8058", "\"count\": 80"),
            "and 80 waits, the longest of 87.2ms."),
        Arguments.of("nothing", patient(), "nothing stands out, with the rooms taken for 74.6%"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void saysWhatFollows(String name, Run run, String words) {
    assertThat(Advice.of(run)).contains(words).endsWith(".");
  }
}
