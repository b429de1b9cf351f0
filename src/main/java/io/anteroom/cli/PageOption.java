package io.anteroom.cli;

import io.anteroom.report.facts.Report;
import io.anteroom.report.html.PageShell;
import io.anteroom.result.store.ReportFile;
import io.anteroom.result.store.ResultsFolderException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that writes a web page, too, into a file that does not exist yet. */
final class PageOption {
  private static final String NAME = "--html";

  @Option(
      names = NAME,
      paramLabel = "FILE",
      order = 10,
      description = "Also write it as a web page into a file, which must not exist yet.")
  private @Nullable Path file;

  private @Nullable ReportFile prepared;

  boolean asked() {
    return file != null;
  }

  /** Makes sure that the file can be written, if there is to be one. */
  void prepare(CommandSpec command) throws ResultsFolderException {
    if (file != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw Refusal.of(
          command, NAME + " " + file + ": it exists, and is not overwritten; name another file");
    }
    prepared = file == null ? null : ReportFile.prepare(file, NAME);
  }

  /**
   * Writes it, if there is to be one.
   *
   * @param page of the command that can be given again
   */
  void write(Function<String, Report> page, CommandSpec command) throws ResultsFolderException {
    if (prepared != null) {
      prepared.write(new PageShell(page.apply(again(command)))::write);
    }
  }

  /** The command without the file, which exists the next time. */
  static String again(CommandSpec command) {
    return CommandText.without(NAME, command);
  }

  /** Forgets it, unless it has been written. */
  void discard() {
    if (prepared != null) {
      prepared.discard();
    }
  }
}
