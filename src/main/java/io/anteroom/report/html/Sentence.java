package io.anteroom.report.html;

import java.util.ArrayList;
import java.util.List;

/** A sentence in which names stand out. */
record Sentence(List<Part> parts) {
  /** Some words; a name, or what stands between names. */
  record Part(boolean name, String text) {}

  /** The sentence of a text that has its names between backquotes. */
  static Sentence of(String text) {
    String[] pieces = text.split("`", -1);
    if (pieces.length % 2 == 0) {
      return new Sentence(List.of(new Part(false, text)));
    }
    List<Part> parts = new ArrayList<>();
    for (int piece = 0; piece < pieces.length; piece++) {
      if (!pieces[piece].isEmpty()) {
        parts.add(new Part(piece % 2 == 1, pieces[piece]));
      }
    }
    return new Sentence(parts);
  }
}
