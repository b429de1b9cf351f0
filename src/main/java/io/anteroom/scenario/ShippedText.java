package io.anteroom.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts that Anteroom ships as resources of the program, in UTF-8. */
public final class ShippedText {
  private ShippedText() {}

  /**
   * A text that there is.
   *
   * @param type of the package that it lies in, where the name is relative
   */
  public static String of(Class<?> type, String name) {
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
