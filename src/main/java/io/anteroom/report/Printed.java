package io.anteroom.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * What a library prints to a {@link PrintStream}. These swallow the faults of the stream below, a
 * full disk among them, so the print is collected in memory first.
 */
final class Printed {
  private Printed() {}

  static void write(OutputStream out, Consumer<PrintStream> print) throws IOException {
    ByteArrayOutputStream collected = new ByteArrayOutputStream();
    try (PrintStream printer = new PrintStream(collected, false, StandardCharsets.UTF_8)) {
      print.accept(printer);
    }
    collected.writeTo(out);
  }
}
