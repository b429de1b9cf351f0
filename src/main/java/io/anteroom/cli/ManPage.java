package io.anteroom.cli;

import io.anteroom.scenario.ScenarioKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of a command in the macros of man(7), from the same texts as its help.
 *
 * <p>picocli's own generator writes AsciiDoc, which takes Asciidoctor and with it JRuby to become a
 * manual page; the macros that a page of ours needs are six.
 */
final class ManPage {
  private static final Set<String> KEYS =
      Arrays.stream(ScenarioKey.values())
          .map(key -> "--" + key.word())
          .collect(Collectors.toUnmodifiableSet());

  private final CommandSpec command;
  private final StringBuilder page = new StringBuilder();

  private ManPage(CommandSpec command) {
    this.command = command;
  }

  /** The name of a command's page, such as {@code anteroom-run}. */
  static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  /** The page of a command that has all its options. */
  static String of(CommandSpec command) {
    return new ManPage(command).text();
  }

  private String text() {
    List<String> description = lines(command.usageMessage().description());
    macro("TH", name(command).toUpperCase(Locale.ROOT), "1", "", "Anteroom", "Anteroom");
    macro("SH", "NAME");
    line(name(command) + " - " + description.getFirst().replaceFirst("\\.$", ""));
    macro("SH", "SYNOPSIS");
    verbatim(synopsis());
    macro("SH", "DESCRIPTION");
    prose(description);
    options();
    subcommands();
    List<String> footer = lines(command.usageMessage().footer());
    if (!footer.isEmpty()) {
      macro("SH", "NOTES");
      verbatim(footer);
    }
    seeAlso();
    return page.toString();
  }

  private List<String> synopsis() {
    String[] custom = command.usageMessage().customSynopsis();
    return custom.length > 0
        ? lines(custom)
        : command.commandLine().getHelp().synopsis(0).strip().lines().toList();
  }

  /** Sentences are filled; what is indented is an example, and stays as it is. */
  private void prose(List<String> description) {
    boolean example = false;
    for (String one : description) {
      if (one.startsWith("  ") != example) {
        example = !example;
        macro(example ? "nf" : "fi");
      }
      if (one.isEmpty()) {
        macro("PP");
      } else {
        line(one);
      }
    }
    if (example) {
      macro("fi");
    }
  }

  private void options() {
    macro("SH", "OPTIONS");
    for (PositionalParamSpec one : command.positionalParameters()) {
      entry("\\fI" + escaped(one.paramLabel()) + "\\fR", one.description());
    }
    boolean scenario = command.findOption("--" + ScenarioKey.STUCK_AFTER.word()) != null;
    for (OptionSpec option : command.options()) {
      boolean key = scenario && KEYS.contains(option.longestName());
      if (!option.hidden() && (!key || command.name().equals("scenario"))) {
        entry(head(option), option.description());
      }
    }
    if (scenario && !command.name().equals("scenario")) {
      macro("PP");
      line("Every key of a scenario is an option, too: see anteroom-scenario(1).");
    }
  }

  private static String head(OptionSpec option) {
    String names =
        Arrays.stream(option.names())
            .map(name -> "\\fB" + escaped(name) + "\\fR")
            .collect(Collectors.joining(", "));
    return option.arity().max() == 0
        ? names
        : names + "=\\fI" + escaped(option.paramLabel()) + "\\fR";
  }

  private void subcommands() {
    if (command.subcommands().isEmpty()) {
      return;
    }
    macro("SH", "COMMANDS");
    command
        .subcommands()
        .forEach(
            (name, sub) ->
                entry(
                    "\\fB" + escaped(name) + "\\fR",
                    lines(sub.getCommandSpec().usageMessage().description()).getFirst()));
  }

  private void seeAlso() {
    macro("SH", "SEE ALSO");
    line(
        command.parent() == null
            ? "anteroom-run(1), anteroom-plan(1), anteroom-compare(1), anteroom-watch(1)"
            : "anteroom(1), anteroom-help(1)");
  }

  private void entry(String head, String... description) {
    macro("TP");
    page.append(head).append('\n');
    lines(description).forEach(this::line);
  }

  private void verbatim(List<String> lines) {
    macro("nf");
    lines.forEach(this::line);
    macro("fi");
  }

  private void macro(String name, String... arguments) {
    page.append('.').append(name);
    Arrays.stream(arguments).forEach(one -> page.append(" \"").append(one).append('"'));
    page.append('\n');
  }

  private void line(String text) {
    page.append(escaped(text)).append('\n');
  }

  /** Text in which nothing is a request or an escape, and no line ends at a hyphen. */
  private static String escaped(String text) {
    String plain = text.replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }

  private static List<String> lines(String... texts) {
    return Arrays.stream(texts)
        .flatMap(text -> text.isEmpty() ? Stream.of("") : plain(text).lines())
        .toList();
  }

  /** The text of a help, which picocli formats. */
  private static String plain(String text) {
    return text.replace("%n", "\n").replace("%%", "%");
  }
}
