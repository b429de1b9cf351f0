package io.anteroom.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearcherTest {
  private final Set<Long> asked = new HashSet<>();

  @ParameterizedTest
  @CsvSource({
    "1,1,100",
    "1,50,100",
    "1,100,100",
    "13,13,100",
    "13,12,100",
    "13,14,100",
    "13,1,100",
    "13,100,100",
    "100,1,100",
    "100,100,100",
    "999999,1,1000000",
    "2,1000000,1000000",
    "13,-5,100",
    "13,5000,100"
  })
  void findsTheFirstThatIsMetFromAnyGuess(long first, long guess, long most) throws Exception {
    Searcher.Result result =
        new Searcher(
                1,
                most,
                position -> {
                  asked.add(position);
                  return position >= first ? Judgement.MET : Judgement.FAILED;
                })
            .search(guess);
    assertThat(result).isEqualTo(new Searcher.Found(first, first == 1 ? null : first - 1));
    assertThat(asked)
        .hasSizeLessThan(50)
        .allSatisfy(position -> assertThat(position).isBetween(1L, most));
  }

  @Test
  void aGoodGuessNeedsTwoQuestions() throws Exception {
    Searcher.Result result =
        new Searcher(
                1,
                100_000,
                position -> {
                  asked.add(position);
                  return position >= 528 ? Judgement.MET : Judgement.FAILED;
                })
            .search(528);
    assertThat(result).isEqualTo(new Searcher.Found(528, 527L));
    assertThat(asked).containsExactlyInAnyOrder(528L, 527L);
  }

  @Test
  void whatCannotBeToldIsNotMet() throws Exception {
    Searcher.Result result =
        new Searcher(
                1,
                100,
                position ->
                    position >= 13
                        ? Judgement.MET
                        : position >= 10 ? Judgement.UNDECIDED : Judgement.FAILED)
            .search(5);
    assertThat(result).isEqualTo(new Searcher.Found(13, 12L));
  }

  @Test
  void stopsWhereNothingCanHelp() throws Exception {
    Searcher.Result result =
        new Searcher(
                1,
                1_000_000,
                position -> {
                  asked.add(position);
                  return position >= 20 ? Judgement.HOPELESS : Judgement.FAILED;
                })
            .search(7);
    assertThat(result)
        .isInstanceOfSatisfying(
            Searcher.NotFound.class,
            none -> {
              assertThat(none.hopeless()).isTrue();
              assertThat(none.position()).isBetween(20L, 40L);
            });
    assertThat(asked).hasSizeLessThan(8);
  }

  @Test
  void stopsAtTheLimit() throws Exception {
    assertThat(new Searcher(1, 100, position -> Judgement.FAILED).search(7))
        .isEqualTo(new Searcher.NotFound(100, false));
    assertThat(new Searcher(1, 100, position -> Judgement.UNDECIDED).search(100))
        .isEqualTo(new Searcher.NotFound(100, false));
    assertThat(new Searcher(1, 1, position -> Judgement.MET).search(9))
        .isEqualTo(new Searcher.Found(1, null));
  }

  @Test
  void positionsMayBeNegative() throws Exception {
    Searcher.Result result =
        new Searcher(-9000, 9000, position -> position >= -2211 ? Judgement.MET : Judgement.FAILED)
            .search(-1800);
    assertThat(result).isEqualTo(new Searcher.Found(-2211, -2212L));
  }
}
