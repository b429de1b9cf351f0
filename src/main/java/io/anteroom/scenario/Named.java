package io.anteroom.scenario;

import java.util.Locale;

/** A constant of an enum with a word that scenarios and reports write. */
public interface Named {
  /** The constant's name. */
  String name();

  /** The name in lower case, with hyphens. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
