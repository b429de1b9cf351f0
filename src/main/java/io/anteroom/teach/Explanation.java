package io.anteroom.teach;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Explains what was seen, by its figures. A paragraph is made of parts: texts with {@link Quantity
 * figures} in braces, parts that depend on a condition, and what a run found out in words.
 *
 * @param simulated paragraphs about simulated time
 * @param eachJdk paragraphs about each JDK
 * @param atLast paragraphs about all JDKs; a condition holds if it holds on each
 */
public record Explanation(
    List<Paragraph> simulated, List<Paragraph> eachJdk, List<Paragraph> atLast) {
  private static final Pattern FIGURE = Pattern.compile("\\{((?:[^{}]|\\{[^}]*})+)}");
  private static final Pattern COMPARISON = Pattern.compile("(.+) (==|>=|<=|<|>) (.+)");

  /** What it says of one view, or of several. */
  interface Paragraph extends Function<List<View>, String> {}

  static Explanation of(LessonNode node) {
    return new Explanation(
        node.get("simulated").each(Explanation::paragraph),
        node.has("each-jdk") ? List.of(paragraph(node.get("each-jdk"))) : List.of(),
        node.get("at-last").each(Explanation::paragraph));
  }

  /** The paragraphs, with the figures that were seen. */
  List<String> of(Seen seen) {
    List<String> told = new ArrayList<>();
    simulated.forEach(paragraph -> told.add(paragraph.apply(List.of(seen.simulated()))));
    for (View jdk : seen.jdks()) {
      eachJdk.forEach(paragraph -> told.add(paragraph.apply(List.of(jdk))));
    }
    atLast.forEach(paragraph -> told.add(paragraph.apply(seen.jdks())));
    return told;
  }

  private static Paragraph paragraph(LessonNode parts) {
    return joined(parts, " ");
  }

  /** Parts in a row; those that are empty are left out. */
  private static Paragraph joined(LessonNode parts, String separator) {
    List<Paragraph> all = parts.each(Explanation::part);
    return views ->
        all.stream()
            .map(part -> part.apply(views))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(separator));
  }

  private static Paragraph part(LessonNode part) {
    if (part.has("if")) {
      Predicate<List<View>> condition = condition(part.text("if"));
      Paragraph then = paragraph(part.get("then"));
      Paragraph otherwise = paragraph(part.get("else"));
      return views -> (condition.test(views) ? then : otherwise).apply(views);
    }
    if (part.has("words")) {
      String reference = part.text("words");
      String text = part.text("text");
      return views -> {
        String words = views.getFirst().words(reference);
        return words.isEmpty() ? "" : text.replace("{words}", words);
      };
    }
    if (part.has("joined")) {
      Paragraph list = joined(part.get("joined"), "; ");
      String end = part.text("end");
      return views -> list.apply(views) + end;
    }
    String text = part.text();
    return views ->
        FIGURE
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(figure(found.group(1), views)));
  }

  private static String figure(String written, List<View> views) {
    return written.equals("place") ? views.getFirst().place() : Quantity.parse(written).text(views);
  }

  private static Predicate<List<View>> condition(String written) {
    return Stream.of(written.split(" and ", -1))
        .map(Explanation::comparison)
        .reduce(Predicate::and)
        .map(condition -> (Predicate<List<View>>) views -> views.stream().allMatch(condition))
        .orElseThrow();
  }

  private static Predicate<View> comparison(String written) {
    Matcher parts = COMPARISON.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException(written);
    }
    ToDoubleFunction<View> left = Quantity.formula(parts.group(1));
    ToDoubleFunction<View> right = Quantity.formula(parts.group(3));
    String sign = parts.group(2);
    return view -> {
      double one = left.applyAsDouble(view);
      double other = right.applyAsDouble(view);
      return switch (sign) {
        case "==" -> one == other;
        case ">=" -> one >= other;
        case "<=" -> one <= other;
        case "<" -> one < other;
        default -> one > other;
      };
    };
  }
}
