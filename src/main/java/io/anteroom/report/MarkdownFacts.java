package io.anteroom.report;

import java.util.ArrayList;
import java.util.List;

/** Facts as the rows of a table in Markdown. Mutable. */
final class MarkdownFacts implements Facts {
  private static final String BREAK = "<br>";

  private final List<List<String>> rows = new ArrayList<>();

  @Override
  public Facts fact(String label, String fact) {
    return add(label, Markdown.escaped(fact));
  }

  @Override
  public Facts fact(String label, Mark mark, String fact) {
    return add(label, mark.in(Style.PLAIN) + " " + Markdown.escaped(fact));
  }

  @Override
  public Facts pair(String label, String fact, String secondLabel, String second) {
    return fact(label, fact).fact(secondLabel, second);
  }

  private Facts add(String label, String markup) {
    if (label.isEmpty() && !rows.isEmpty()) {
      List<String> before = rows.removeLast();
      rows.add(List.of(before.getFirst(), before.getLast() + BREAK + markup));
    } else {
      rows.add(List.of(Markdown.escaped(label), markup));
    }
    return this;
  }

  /** The rows so far, each a label and what is said of it. */
  List<List<String>> rows() {
    return List.copyOf(rows);
  }
}
