package io.anteroom.teach;

import static java.util.stream.Collectors.toCollection;

import io.anteroom.result.metric.Unit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A figure that a lesson reads from its runs, such as {@code wait.p99}, {@code fixed | completed}
 * or {@code [fixed | completed] / [adaptive | completed] as share}. In brackets stand the label of
 * a run, which a lesson of one run leaves out, and the name of a figure. What follows {@code as}
 * says how to print it.
 *
 * @param value NaN where the runs do not have it
 * @param form {@code number}, {@code share}, {@code times}, or the name of a figure with its unit
 */
record Quantity(ToDoubleFunction<View> value, String form) {
  static final String SHARE = "share";
  private static final String TIMES = "times";
  private static final String NUMBER = "number";
  private static final String AS = " as ";

  static Quantity parse(String text) {
    int as = text.indexOf(AS);
    String figure = as < 0 ? text : text.substring(0, as);
    boolean alone = figure.indexOf('[') < 0;
    String form =
        as >= 0
            ? text.substring(as + AS.length())
            : alone ? figure.substring(figure.lastIndexOf(' ') + 1) : NUMBER;
    return new Quantity(formula(alone ? "[" + figure + "]" : figure), form);
  }

  /** For a person to read; of several views, all of them. */
  String text(List<View> views) {
    return views.stream().map(this::text).collect(Collectors.joining(" and "));
  }

  private String text(View view) {
    double figure = value.applyAsDouble(view);
    return switch (form) {
      case NUMBER -> Figures.text(Unit.NUMBER, figure);
      case SHARE -> Figures.text(Unit.SHARE, figure);
      case TIMES -> figure == 1 ? "once" : Figures.text(Unit.NUMBER, figure) + " times";
      default -> Figures.text(form, figure);
    };
  }

  /**
   * What a sum of products of figures and numbers gives.
   *
   * @throws IllegalArgumentException if it is none
   */
  static ToDoubleFunction<View> formula(String text) {
    Formula formula = new Formula(text);
    ToDoubleFunction<View> value = formula.sum();
    if (!formula.tokens.isEmpty()) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }

  private static final class Formula {
    private static final Pattern TOKEN = Pattern.compile("\\[[^]]+]|[0-9][0-9.e]*|[^ ]");

    private final Deque<String> tokens;

    Formula(String text) {
      this.tokens =
          TOKEN
              .matcher(text)
              .results()
              .map(MatchResult::group)
              .collect(toCollection(ArrayDeque::new));
    }

    ToDoubleFunction<View> sum() {
      return chain(this::product, "+-");
    }

    private ToDoubleFunction<View> product() {
      return chain(this::factor, "*/");
    }

    private ToDoubleFunction<View> chain(
        Supplier<ToDoubleFunction<View>> operand, String operators) {
      ToDoubleFunction<View> value = operand.get();
      while (!tokens.isEmpty() && operators.contains(tokens.element())) {
        String operator = tokens.remove();
        ToDoubleFunction<View> left = value;
        ToDoubleFunction<View> right = operand.get();
        value = view -> apply(operator, left.applyAsDouble(view), right.applyAsDouble(view));
      }
      return value;
    }

    private static double apply(String operator, double left, double right) {
      return switch (operator) {
        case "+" -> left + right;
        case "-" -> left - right;
        case "*" -> left * right;
        default -> left / right;
      };
    }

    private ToDoubleFunction<View> factor() {
      String token = tokens.remove();
      if (token.equals("(")) {
        ToDoubleFunction<View> inside = sum();
        tokens.remove();
        return inside;
      }
      if (token.length() > 1 && token.startsWith("[")) {
        String reference = token.substring(1, token.length() - 1);
        return view -> view.figure(reference);
      }
      double number = Double.parseDouble(token);
      return view -> number;
    }
  }
}
