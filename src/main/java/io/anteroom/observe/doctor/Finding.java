package io.anteroom.observe.doctor;

import io.anteroom.scenario.Named;
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
  public enum Standing implements Named {
    /** As one would have it. */
    FINE,
    /** It limits what can be run or measured. */
    LIMITED,
    /** It is not there, or can't be shown. */
    ABSENT,
    /** It could not be found out. */
    UNKNOWN;

    @Override
    @Json.Value
    public String word() {
      return Named.super.word();
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
