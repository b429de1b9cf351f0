package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MainTest {
  @ParameterizedTest
  @CsvSource({
    "run --rooms 5 --persons 1000000 --mode semaphore, 1000000",
    "run --persons=250000, 250000",
    "run --persons, 0",
    "run --persons many, 0",
    "run --persons 99999999999999, 0",
    "report --personsx 5, 0",
    "'', 0"
  })
  void seesHowManyPersonsAreAskedFor(String arguments, int persons) {
    assertThat(Main.persons(arguments.split(" ", -1))).isEqualTo(persons);
  }
}
