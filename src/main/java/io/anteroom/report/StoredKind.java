package io.anteroom.report;

import io.anteroom.report.facts.Report;
import io.anteroom.report.html.PageShell;
import io.anteroom.result.store.StoredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of results folder that holds one document about many runs: how it is recognised, and in
 * which formats it can be printed again. Immutable.
 *
 * @param <T> the document
 */
public final class StoredKind<T> {
  private final String word;
  private final StoredFile file;
  private final Reader<T> reader;
  private final List<Format<T>> formats;

  /** A way to write the document down, and the word that it is asked for by. */
  record Format<T>(String name, Writer<T> writer) {
    /** A format that needs the document alone. */
    static <T> Format<T> of(String name, Function<T, String> writer) {
      return new Format<>(name, (document, folder) -> writer.apply(document));
    }

    static <T> Format<T> html(Pages<T> pages) {
      return new Format<>(
          "html",
          (document, folder) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new PageShell(pages.of(document, folder)).write(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
          });
    }
  }

  /** Writes the document of a folder down. */
  @FunctionalInterface
  interface Writer<T> {
    String write(T document, Path folder) throws IOException;
  }

  /** Makes the page of a folder's document. */
  @FunctionalInterface
  interface Pages<T> {
    Report of(T document, Path folder) throws IOException;
  }

  /** Reads the document's file. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Path file) throws IOException;
  }

  StoredKind(String word, StoredFile file, Reader<T> reader, List<Format<T>> formats) {
    this.word = word;
    this.file = file;
    this.reader = reader;
    this.formats = List.copyOf(formats);
  }

  /** What such a document is called, such as {@code comparison}. */
  public String word() {
    return word;
  }

  /** Whether a folder holds one. */
  boolean isIn(Path folder) {
    return Files.isRegularFile(file.in(folder));
  }

  /** The names of its formats. */
  public List<String> formats() {
    return formats.stream().map(Format::name).toList();
  }

  /**
   * The document that a folder holds, in a format.
   *
   * @return nothing if it has no such format
   * @throws IOException if the document can't be read
   * @throws io.anteroom.result.store.UnreadableResultException if it is not what its name says
   */
  public Optional<String> print(Path folder, String format) throws IOException {
    for (Format<T> one : formats) {
      if (one.name.equals(format)) {
        return Optional.of(one.writer.write(reader.read(file.in(folder)), folder));
      }
    }
    return Optional.empty();
  }
}
