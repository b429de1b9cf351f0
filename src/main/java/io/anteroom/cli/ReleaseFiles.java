package io.anteroom.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Writes what a release has beside its jars: a manual page for each command, and completion. */
public final class ReleaseFiles {
  private static final Terminal NONE = new Terminal(false, 80, false, false);

  private ReleaseFiles() {}

  /**
   * Writes {@code man/man1} and {@code completion} into a folder.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]));
  }

  static void write(Path folder) throws IOException {
    Path pages = Files.createDirectories(folder.resolve("man/man1"));
    write(pages, Commands.root(NONE).getCommandSpec());
    for (String name : Commands.names()) {
      for (CommandLine command : Commands.root(NONE, name).getSubcommands().values()) {
        // The help command of picocli brings a name of its own.
        write(pages, command.getCommandSpec().name(name));
      }
    }
    Path completion = Files.createDirectories(folder.resolve("completion"));
    Files.writeString(completion.resolve("anteroom"), completion());
  }

  private static void write(Path pages, CommandSpec command) throws IOException {
    Files.writeString(pages.resolve(ManPage.name(command) + ".1"), ManPage.of(command));
  }

  private static String completion() {
    StringWriter script = new StringWriter();
    Main.run(
        new PrintWriter(script),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        NONE,
        "completion");
    return script.toString();
  }
}
