package io.anteroom.study.fit.reader;

import io.anteroom.scenario.DurationText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A duration computed from columns of a table: a sum of terms, each a duration or a duration times
 * a column, such as {@code 5ms + 0.3ms*ContextTokens}. Immutable.
 */
public final class DurationExpression {
  private static final Pattern TERM = Pattern.compile("\\s*([^*+]+?)\\s*(?:\\*\\s*([^*+]+?)\\s*)?");

  private final String text;
  private final List<Term> terms;

  /**
   * @param column null: the duration alone
   */
  private record Term(double nanos, @Nullable String column) {}

  private DurationExpression(String text, List<Term> terms) {
    this.text = text;
    this.terms = List.copyOf(terms);
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static DurationExpression parse(String text) {
    List<Term> terms = new ArrayList<>();
    for (String part : text.split("\\+", -1)) {
      Matcher matcher = TERM.matcher(part);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "allowed: a sum such as 5ms + 0.3ms*ContextTokens; columns by their names");
      }
      double nanos = DurationText.parse(matcher.group(1)).toNanos();
      terms.add(new Term(nanos, matcher.group(2)));
    }
    return new DurationExpression(text, terms);
  }

  /** The columns that it names. */
  List<String> columns() {
    return terms.stream().map(Term::column).filter(column -> column != null).toList();
  }

  /** The duration in nanoseconds, given the figures of the columns. */
  double nanos(ToDoubleFunction<String> figure) {
    double sum = 0;
    for (Term term : terms) {
      sum += term.nanos * (term.column == null ? 1 : figure.applyAsDouble(term.column));
    }
    return sum;
  }

  @Override
  public String toString() {
    return text;
  }
}
