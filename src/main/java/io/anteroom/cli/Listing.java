package io.anteroom.cli;

import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;

/** Names and what they mean, in two columns of a terminal 80 columns wide. */
final class Listing {
  private static final int WIDTH = 80;

  private final TextTable table;

  /**
   * An empty one.
   *
   * @param indent of the names
   * @param names how wide their column is, the indent included
   */
  Listing(CommandSpec spec, int indent, int names) {
    this.table =
        TextTable.forColumns(
            spec.commandLine().getColorScheme(),
            new Column(names, indent, Overflow.TRUNCATE),
            new Column(WIDTH - names, 0, Overflow.WRAP));
  }

  Listing add(String name, String meaning) {
    table.addRowValues(name, meaning);
    return this;
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
