package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ShortLabelsTest {
  @Test
  void whatIsShortStaysAsItIs() {
    assertThat(ShortLabels.of(List.of("8", "16"), 7).values()).containsExactly("8", "16");
    assertThat(ShortLabels.of(List.of("semaphore-fair", "queue"), 10).values())
        .containsExactly("semaphore~", "queue");
  }

  @Test
  void whatBeginsAlikeKeepsWhatItDiffersIn() {
    assertThat(
            ShortLabels.of(List.of("lognormal:20ms,cv=1", "lognormal:20ms,cv=2", "fixed:1ms"), 14)
                .values())
        .containsExactly("lognormal~cv=1", "lognormal~cv=2", "fixed:1ms");
    assertThat(ShortLabels.of(List.of("lognormal:20ms,cv=1", "lognormal:20ms,cv=1.5"), 20).values())
        .containsExactly("lognormal:20ms,cv=1", "lognormal:20m~cv=1.5");
    assertThat(ShortLabels.of(List.of("poisson:100000/s", "poisson:100001/s"), 7).values())
        .doesNotHaveDuplicates();
  }

  /** Whatever the texts and the width: none is longer, and no two are the same. */
  @Test
  void labelsStayApartAtEveryWidth() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 3_000; round++) {
      Set<String> texts = new LinkedHashSet<>();
      for (int text = 0; text < 12; text++) {
        StringBuilder one = new StringBuilder("lognormal".substring(random.nextInt(9)));
        random.ints(random.nextInt(16), 0, 4).forEach(part -> one.append(":1,=".charAt(part)));
        texts.add(one.toString());
      }
      int width = 5 + random.nextInt(16);
      Map<String, String> labels = ShortLabels.of(texts, width);

      assertThat(labels.keySet()).containsExactlyInAnyOrderElementsOf(texts);
      assertThat(labels.values())
          .as("%s at %d", texts, width)
          .doesNotHaveDuplicates()
          .allMatch(label -> label.length() <= width);
    }
  }
}
