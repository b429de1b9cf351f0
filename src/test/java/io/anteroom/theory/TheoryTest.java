package io.anteroom.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which model a scenario is, or which assumption it breaks. */
class TheoryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arrivals=poisson:9/s rooms=10 hold=exponential:1s | M/M/10 | Erlang C
          arrivals=poisson:9/s rooms=10 hold=erlang:1s,k=1 | M/M/10 | Erlang C
          arrivals=renewal:exponential:1s rooms=2 hold=hyperexponential:1s,cv=1 | M/M/2 | Erlang C
          arrivals=poisson:9/s rooms=10 hold=exponential:1s order=lifo | M/M/10 | Erlang C
          arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=semaphore | M/M/10 | Erlang C
          arrivals=poisson:9/s rooms=10 hold=exponential:1s limit=50 | M/M/10/50 | M/M/c/K
          arrivals=poisson:9/s rooms=10 hold=exponential:1s limit=10 | M/M/10/10 | Erlang B
          arrivals=poisson:9/s rooms=10 hold=lognormal:1s,cv=2 limit=10 | M/G/10/10 | Erlang B
          arrivals=poisson:9/s rooms=10 hold=fixed:1s limit=4 | M/D/4/4 | Erlang B
          arrivals=poisson:9/s rooms=10 hold=fixed:1s patience=fixed:0s | M/D/10/10 | Erlang B
          arrivals=poisson:9/s rooms=10 hold=exponential:1s patience=fixed:2s | M/M/10+D | M/M/c+D
          arrivals=poisson:9/s rooms=10 hold=exponential:1s patience=uniform:2s..2s | M/M/10+D | M/M/c+D
          arrivals=poisson:50/s rooms=10 hold=exponential:1s patience=exponential:2s | M/M/10+M | Erlang A
          arrivals=poisson:9/s rooms=10 hold=exponential:1s patience=fixed:2s mode=timed timeout=2s | M/M/10+D | M/M/c+D
          arrivals=poisson:9/s rooms=10 hold=fixed:1s patience=fixed:0s mode=try-park line=shared | M/D/10/10 | Erlang B
          arrivals=poisson:9/s rooms=10 hold=fixed:1s | M/D/10 | M/D/c
          arrivals=poisson:0.9/s rooms=1 hold=fixed:1s | M/D/1 | Pollaczek-Khinchine
          arrivals=poisson:0.9/s rooms=1 hold=lognormal:1s,cv=2 | M/G/1 | Pollaczek-Khinchine
          arrivals=poisson:0.9/s rooms=1 hold=pareto:1s,alpha=2.5 | M/G/1 | Pollaczek-Khinchine
          arrivals=constant:9/s rooms=10 hold=exponential:1s | D/M/10 | GI/M/c
          arrivals=renewal:erlang:1s,k=3 rooms=2 hold=exponential:1s | E3/M/2 | GI/M/c
          arrivals=renewal:uniform:1s..3s rooms=1 hold=exponential:1s | GI/M/1 | GI/M/c
          arrivals=renewal:hyperexponential:1s,cv=2 rooms=2 hold=exponential:1s | H2/M/2 | GI/M/c
          arrivals=poisson:9/s rooms=10 hold=lognormal:1s,cv=2 | M/G/10 | Allen-Cunneen
          arrivals=renewal:lognormal:1s,cv=2 rooms=2 hold=exponential:1s | GI/M/2 | Allen-Cunneen
          arrivals=constant:9/s rooms=10 hold=erlang:1s,k=2 | D/E2/10 | Allen-Cunneen
          arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=reentrant | 10 × E10/M/1 | GI/M/c
          arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=reentrant choice=round-robin | 10 × E10/M/1 | GI/M/c
          arrivals=constant:9/s rooms=10 hold=exponential:1s mode=reentrant | 10 × D/M/1 | GI/M/c
          arrivals=renewal:erlang:1s,k=3 rooms=2 hold=exponential:1s mode=reentrant | 2 × E6/M/1 | GI/M/c
          arrivals=renewal:uniform:1s..3s rooms=2 hold=exponential:1s mode=reentrant | 2 × GI/M/1 | GI/M/c
          arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=reentrant choice=random | 10 × M/M/1 | Erlang C
          arrivals=poisson:9/s rooms=10 hold=lognormal:1s,cv=2 mode=reentrant choice=random | 10 × M/G/1 | Pollaczek-Khinchine
          arrivals=poisson:90/s rooms=10 hold=exponential:1s mode=reentrant choice=random patience=exponential:1s | 10 × M/M/1+M | Erlang A
          arrivals=poisson:90/s rooms=10 hold=exponential:1s mode=none | M/M/∞ | nobody waits
          arrivals=closed persons=100 rooms=10 hold=exponential:1s think=exponential:9s | M/M/10//100 | M/M/c//N
          arrivals=at-once persons=100 rooms=10 hold=exponential:1s think=fixed:9s | D/M/10//100 | M/M/c//N
          arrivals=closed persons=100 rooms=10 hold=exponential:1s think=exponential:9s mode=reentrant | 10 × M/M/1//10 | M/M/c//N
          arrivals=closed persons=10 rooms=10 hold=fixed:1s think=fixed:9s | D/D/10//10 | nobody waits
          arrivals=closed persons=9 rooms=10 hold=fixed:1s think=fixed:9s mode=reentrant | D/D/10//9 | nobody waits
          arrivals=closed persons=9 rooms=2 hold=fixed:1s think=fixed:9s mode=none | D/∞//9 | nobody waits
          arrivals=at-once persons=100 rooms=10 hold=lognormal:1s,cv=2 | G/10//100 | Little's law
          arrivals=at-once persons=100 rooms=10 hold=fixed:1s visits=1 | 100 at once/D/10 | waves
          arrivals=at-once persons=100 rooms=10 hold=fixed:1s visits=1 mode=reentrant | 100 at once/D/10 | waves
          arrivals=at-once persons=100 rooms=10 hold=exponential:1s visits=1 | 100 at once/M/10 | order statistics
          """)
  void isTheModel(String text, String model, String formula) {
    Prediction prediction = Given.prediction(Given.scenario(text));
    assertThat(prediction.model()).isEqualTo(model);
    assertThat(prediction.formula()).isEqualTo(formula);
    assertThat(prediction.source()).isNotBlank();
    assertThat(prediction.exact()).isEqualTo(!formula.equals("Allen-Cunneen"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arrivals=poisson:12/s rooms=10 hold=exponential:1s | the offered load of 12.0 is at least the 10 rooms, so the line grows without end
          arrivals=constant:1/s rooms=1 hold=exponential:1s | the offered load of 1.0 is at least the one room, so the line grows without end
          arrivals=poisson:12/s rooms=10 hold=fixed:1s mode=reentrant | the offered load of 12.0 is at least the 10 rooms, so the line grows without end
          arrivals=poisson:9/s rooms=10 hold=fixed:1s mode=stamped readers=80% | readers share a room: the formulas know one visit a room
          arrivals=poisson:9/s rooms=10 hold=fixed:0s | the holds take no time, so there is nothing to wait for
          arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=timed timeout=1s | a person goes back to the end of the line at each timeout: no closed formula unless a fixed patience ends with the first attempt
          arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=timed timeout=1s patience=fixed:2s | a person goes back to the end of the line at each timeout: no closed formula unless a fixed patience ends with the first attempt
          arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=timed timeout=9s patience=exponential:2s | a person goes back to the end of the line at each timeout: no closed formula unless a fixed patience ends with the first attempt
          arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=try-backoff line=shared | persons pause and try again instead of standing in line, which makes it a retrial queue: no closed formula
          arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=try-park patience=fixed:1s | persons pause and try again instead of standing in line, which makes it a retrial queue: no closed formula
          arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=try-spin clock=wall | no formula knows mode try-spin: its waits are made of processor time
          arrivals=at-once persons=100 rooms=10 hold=exponential:1s visits=1 mode=none | rooms are entered at will, once each: nobody waits
          arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=none limit=20 | rooms are entered at will, up to a limit of persons: no formula
          arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=reentrant limit=20 | a limit over all lines makes them depend on each other
          arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=reentrant choice=shortest | persons join the shortest line: no closed formula
          arrivals=constant:9/s rooms=10 hold=exponential:1s mode=reentrant choice=random | a random line of arrivals that are not Poisson gets gaps for which there is no formula
          arrivals=poisson:9/s rooms=10 hold=exponential:1s limit=20 patience=fixed:1s | persons give up and are turned away: no formula for both together
          arrivals=constant:9/s rooms=10 hold=exponential:1s patience=fixed:1s | the arrivals are not Poisson and persons give up: no closed formula
          arrivals=poisson:9/s rooms=10 hold=exponential:1s patience=fixed:1s mode=reentrant | the arrivals are not Poisson and persons give up: no closed formula
          arrivals=constant:9/s rooms=10 hold=exponential:1s limit=20 | the arrivals are not Poisson and there is a limit: no closed formula
          arrivals=poisson:9/s rooms=10 hold=fixed:1s limit=20 | there is a limit and the holds are not exponential: no closed formula
          arrivals=poisson:9/s rooms=10 hold=fixed:1s patience=fixed:1s | persons give up and the holds are not exponential: no closed formula
          arrivals=poisson:9/s rooms=10 hold=exponential:1s patience=uniform:1s..2s | the patience is neither exponential nor fixed: no closed formula
          arrivals=poisson:9/s rooms=10 hold=exponential:1s patience=fixed:1s order=lifo | the patience is fixed and the line is not served in order: no closed formula
          arrivals=poisson:15000/s rooms=10 hold=exponential:1ms patience=exponential:1000h | the patience is so long against the holds that too many persons wait to sum over them
          arrivals=poisson:0.5/s rooms=1 hold=pareto:1s,alpha=2 | the variance of the holds is infinite, and so is the mean wait
          arrivals=poisson:0.5/s rooms=2 hold=pareto:1s,alpha=2 | the variance of the holds is infinite: no formula
          arrivals=renewal:pareto:2s,alpha=1.5 rooms=2 hold=exponential:1s | the variance of the gaps between arrivals is infinite: no formula
          arrivals=closed persons=9 rooms=2 hold=exponential:1s think=fixed:1s patience=fixed:1s | persons of a closed model give up: no formula
          arrivals=closed persons=9 rooms=2 hold=exponential:1s think=fixed:1s visits=1 | each person visits once, so that there is no steady state
          arrivals=closed persons=9 rooms=2 hold=fixed:1s think=exponential:1s | the persons come back after thinking and the holds are not exponential: no closed formula
          arrivals=closed persons=9 rooms=2 hold=exponential:1s think=fixed:1s mode=reentrant | the persons of a closed model are not spread evenly over the lines: no closed formula
          arrivals=closed persons=8 rooms=2 hold=exponential:1s think=fixed:1s mode=reentrant choice=random | the persons of a closed model are not spread evenly over the lines: no closed formula
          arrivals=at-once persons=8 rooms=2 hold=exponential:1s visits=1 mode=reentrant | all persons arrive at once at lines of their own: no closed formula for these holds
          arrivals=at-once persons=8 rooms=2 hold=erlang:1s,k=2 visits=1 | all persons arrive at once and the holds are neither fixed nor exponential: no closed formula
          """)
  void saysWhichAssumptionFails(String text, String reason) {
    assertThat(Theory.of(Given.scenario(text))).isEqualTo(new NoFormula(reason));
  }

  @Test
  void noFormulaKnowsATrace(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("arrivals.txt"), "0s\n1s\n");
    assertThat(Theory.of(Given.scenario("hold=fixed:1s arrivals=trace:" + file)))
        .isEqualTo(new NoFormula("the arrivals are listed in a file: no formula knows their gaps"));
  }

  /** The mean survives any order that does not look at the holds; the distribution does not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arrivals=poisson:9/s rooms=10 hold=exponential:1s | true
          arrivals=poisson:0.9/s rooms=1 hold=fixed:1s | true
          arrivals=poisson:0.9/s rooms=1 hold=erlang:1s,k=2 | true
          arrivals=poisson:9/s rooms=10 hold=fixed:1s | false
          arrivals=constant:9/s rooms=10 hold=exponential:1s | false
          arrivals=poisson:9/s rooms=10 hold=exponential:1s limit=50 | false
          arrivals=closed persons=100 rooms=10 hold=exponential:1s think=exponential:9s | false
          arrivals=at-once persons=100 rooms=10 hold=exponential:1s | false
          """)
  void anotherOrderKeepsTheMeanOnly(String text, boolean stddevKnown) {
    Prediction fifo = Given.prediction(Given.scenario(text));
    for (String order : new String[] {"random", "lifo"}) {
      Prediction other = Given.prediction(Given.scenario(text + " order=" + order));
      assertThat(other.meanWaitNanos()).isNotNull().isEqualTo(fifo.meanWaitNanos());
      assertThat(other.waitQuantileNanos(50)).isEmpty();
      assertThat(other.stddevWaitNanos() != null).isEqualTo(stddevKnown);
      if (stddevKnown) {
        assertThat(Objects.requireNonNull(other.stddevWaitNanos()))
            .isGreaterThan(Objects.requireNonNull(fifo.stddevWaitNanos()));
      }
    }
  }

  @Test
  void ofThoseWhoGiveUpAnotherOrderKeepsTheShare() {
    String text = "arrivals=poisson:9/s rooms=10 hold=exponential:1s patience=exponential:1s";
    Prediction fifo = Given.prediction(Given.scenario(text));
    Prediction lifo = Given.prediction(Given.scenario(text + " order=lifo"));
    assertThat(lifo.abandoned()).isEqualTo(fifo.abandoned());
    assertThat(lifo.meanWaitOfAllNanos()).isEqualTo(fifo.meanWaitOfAllNanos());
    assertThat(lifo.meanWaitNanos()).isNull();
    assertThat(lifo.stddevWaitNanos()).isNull();
  }

  @Test
  void linesOfTheirOwnAreSeenTogether() {
    Scenario apart =
        Given.scenario(
            "arrivals=poisson:9/s rooms=10 hold=exponential:1s mode=reentrant choice=random");
    Prediction together = Given.prediction(apart);
    Prediction one =
        Given.prediction(Given.scenario("arrivals=poisson:0.9/s rooms=1 hold=exponential:1s"));
    assertThat(together.offeredLoad()).isCloseTo(9, within(1e-9));
    assertThat(together.throughputPerSecond()).isCloseTo(9, within(1e-9));
    assertThat(together.utilisation()).isCloseTo(0.9, within(1e-12));
    assertThat(together.meanWaitNanos()).isCloseTo(9e9, within(1.0));
    assertThat(together.waitQuantileNanos(99).orElseThrow())
        .isCloseTo(one.waitQuantileNanos(99).orElseThrow(), within(1.0));
  }

  @Test
  void alwaysTakenRoomsLeaveTheRestOfEachRoundToTheWait() {
    Prediction prediction =
        Given.prediction(Given.scenario("arrivals=at-once persons=30 rooms=10 hold=fixed:1s"));
    assertThat(prediction.meanWaitNanos()).isCloseTo(2e9, within(1.0));
    assertThat(prediction.throughputPerSecond()).isCloseTo(10, within(1e-9));
    assertThat(prediction.utilisation()).isCloseTo(1, within(1e-12));
    assertThat(prediction.waited()).isEqualTo(1);
    assertThat(prediction.stddevWaitNanos()).isNull();
  }

  @Test
  void takingTurnsEvensOutTheGaps() {
    Prediction prediction =
        Given.prediction(
            Given.scenario("arrivals=poisson:1.6/s rooms=2 hold=fixed:1s mode=reentrant"));
    // E2/D/1: a quarter of the wait in M/M/1, by Allen and Cunneen.
    assertThat(prediction.meanWaitNanos()).isCloseTo(1e9, within(1.0));
    assertThat(prediction.exact()).isFalse();
  }

  @Test
  void heavyTailsLeaveFiguresOut() {
    String text = "arrivals=poisson:0.5/s rooms=1 hold=pareto:1s,alpha=";
    Prediction mean = Given.prediction(Given.scenario(text + "2.5"));
    assertThat(mean.meanWaitNanos()).isNotNull();
    assertThat(mean.stddevWaitNanos()).isNull();
    assertThat(Given.prediction(Given.scenario(text + "3.5")).stddevWaitNanos()).isNotNull();
  }

  @Test
  void fewerPlacesThanRoomsLeaveRoomsEmpty() {
    Prediction prediction =
        Given.prediction(Given.scenario("arrivals=poisson:9/s rooms=10 hold=fixed:1s limit=4"));
    assertThat(prediction.waited()).isZero();
    assertThat(prediction.turnedAway()).isEqualTo(ErlangB.blocking(4, 9));
    assertThat(prediction.utilisation()).isLessThan(0.4);
  }

  @Test
  void theDefaultScenarioIsABurst() {
    Prediction prediction = Given.prediction(Given.scenario("mode=reentrant visits=1"));
    assertThat(prediction.model()).isEqualTo("100 at once/D/1");
    assertThat(prediction.meanWaitNanos()).isCloseTo(99 * 5e6 / 2, within(1e-3));
  }
}
