package io.anteroom.scenario;

import java.util.ArrayList;
import java.util.List;

/** Sizes of batches as scenarios write them: 5, geometric:5 or empirical:FILE. */
final class BatchText {
  private static final int MOST_MEBIBYTES = 16;
  private static final String GEOMETRIC = "geometric:";
  private static final String EMPIRICAL = "empirical:";

  private BatchText() {}

  /**
   * Reads a size.
   *
   * @throws IllegalArgumentException if the text is not one
   * @throws InvalidScenarioException if the file it names is not one of whole numbers
   */
  static BatchSize parse(Setting setting) {
    String text = setting.value().strip();
    if (text.startsWith(GEOMETRIC)) {
      return new BatchSize.Geometric(Numbers.parse(text.substring(GEOMETRIC.length()).strip()));
    }
    if (text.startsWith(EMPIRICAL)) {
      String name = text.substring(EMPIRICAL.length()).strip();
      return new BatchSize.Listed(name, listed(name, setting));
    }
    if (!text.matches("\\d{1,7}")) {
      throw new IllegalArgumentException(
          "allowed: batch=3, batch=geometric:3 or batch=empirical:FILE");
    }
    return new BatchSize.Fixed(Integer.parseInt(text));
  }

  private static List<Integer> listed(String name, Setting setting) {
    InputFile file = FileLines.file(name, setting);
    List<Integer> sizes = new ArrayList<>();
    int number = 0;
    for (String line : file.text(MOST_MEBIBYTES).split("\n", -1)) {
      number++;
      String content = (line.contains("#") ? line.substring(0, line.indexOf('#')) : line).strip();
      if (content.isEmpty()) {
        continue;
      }
      if (!content.matches("[1-9]\\d{0,5}")) {
        throw new InvalidScenarioException(
            file.origin() + ":" + number,
            QuotedText.of(content) + " is no size; write a whole number from 1 to 999,999 a line");
      }
      sizes.add(Integer.valueOf(content));
    }
    if (sizes.isEmpty()) {
      throw file.refused("no sizes in it; write one a line, such as 3");
    }
    return sizes;
  }
}
