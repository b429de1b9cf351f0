package io.anteroom.observe.doctor;

import io.avaje.jsonb.Json;

/**
 * One thing that was looked at.
 *
 * @param key names it; stable
 * @param label one or two words
 * @param text what was found, and what follows from it
 * @param source who says so: a call, a file, a measurement made now, or a document
 */
public record Finding(String key, String label, Standing standing, String text, String source) {
  /** How good it is. */
  public enum Standing {
    /** As one would have it. */
    FINE("fine"),
    /** It limits what can be run or measured. */
    LIMITED("limited"),
    /** It is not there, or can't be shown. */
    ABSENT("absent"),
    /** It could not be found out. */
    UNKNOWN("unknown");

    private final String word;

    Standing(String word) {
      this.word = word;
    }

    /** As JSON writes it. */
    @Json.Value
    public String word() {
      return word;
    }
  }

  static Finding fine(String key, String label, String text, String source) {
    return new Finding(key, label, Standing.FINE, text, source);
  }

  static Finding limited(String key, String label, String text, String source) {
    return new Finding(key, label, Standing.LIMITED, text, source);
  }

  static Finding absent(String key, String label, String text, String source) {
    return new Finding(key, label, Standing.ABSENT, text, source);
  }

  static Finding unknown(String key, String label, String text, String source) {
    return new Finding(key, label, Standing.UNKNOWN, text, source);
  }
}
