package io.anteroom.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Texts that are cut to a width and can still be told apart: at the end, or where that leaves two
 * the same, in front of what they differ in.
 */
final class ShortLabels {
  private static final String CUT = "~";
  private static final String ENDS_OF_WORDS = ",;:|/ ";

  /** A head, the cut, and something after it. */
  private static final int LEAST_WIDTH = 4;

  private final Map<String, String> labels = new LinkedHashMap<>();

  private ShortLabels(Set<String> texts, int width) {
    Map<String, List<String>> alike =
        texts.stream()
            .collect(
                groupingBy(
                    text -> text.substring(0, Math.min(text.length(), Math.max(width - 1, 0))),
                    LinkedHashMap::new,
                    toList()));
    for (List<String> group : alike.values()) {
      group.forEach(text -> labels.put(text, cut(text, width)));
      if (group.size() > 1 && width >= LEAST_WIDTH) {
        setApart(group, width);
      }
    }
    if (new LinkedHashSet<>(labels.values()).size() < labels.size()) {
      number(width);
    }
  }

  /** A label for each of these texts, no two of them the same. */
  static Map<String, String> of(Collection<String> texts, int width) {
    return new ShortLabels(new LinkedHashSet<>(texts), width).labels;
  }

  /** A text alone, cut at its end. */
  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, Math.max(width - 1, 0)) + CUT;
  }

  /** Those of a group begin with the same; who is not too long stays as it is. */
  private void setApart(List<String> group, int width) {
    int from = differing(group, (width - 1) / 2);
    List<String> rests = group.stream().map(text -> text.substring(from)).toList();
    Map<String, String> shortened = of(rests, width - 1);
    for (String text : group) {
      String rest = shortened.getOrDefault(text.substring(from), "");
      if (text.length() > width) {
        labels.put(text, text.substring(0, Math.min(from, width - 1 - rest.length())) + CUT + rest);
      }
    }
  }

  /**
   * Where the texts begin to differ; at the beginning of a word, if that is near.
   *
   * @param most how far it may be
   */
  private static int differing(List<String> group, int most) {
    String first = group.getFirst();
    int same = first.length();
    for (String text : group) {
      int length = 0;
      while (length < Math.min(same, text.length())
          && text.charAt(length) == first.charAt(length)) {
        length++;
      }
      same = length;
    }
    for (int from = same; from > Math.max(same - most, 0); from--) {
      if (ENDS_OF_WORDS.indexOf(first.charAt(from - 1)) >= 0) {
        return from;
      }
    }
    return same;
  }

  /** The last resort. */
  private void number(int width) {
    List<String> texts = new ArrayList<>(labels.keySet());
    for (int place = 0; place < texts.size(); place++) {
      String number = CUT + (place + 1);
      String text = texts.get(place);
      if (text.length() > width) {
        labels.put(text, text.substring(0, Math.max(width - number.length(), 0)) + number);
      }
    }
  }
}
