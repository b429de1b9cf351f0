package io.anteroom.measure.flight;

import io.anteroom.scenario.Spelling;
import java.util.Collection;
import java.util.TreeSet;

/** Finds the event or setting that was probably meant. */
final class NearestName {
  private NearestName() {}

  /** " Did you mean 'x'?", or nothing where no name is near. */
  static String hint(String text, Collection<String> names) {
    return Spelling.nearest(text, new TreeSet<>(names))
        .map(name -> " Did you mean '" + name + "'?")
        .orElse("");
  }
}
