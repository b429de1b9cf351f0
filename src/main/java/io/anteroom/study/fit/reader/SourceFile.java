package io.anteroom.study.fit.reader;

import io.avaje.jsonb.Json;

/**
 * A file that requests came from.
 *
 * @param format its layout
 * @param resolutionNanos the step of its clock
 * @param spread whether equal times were moved apart, at random, within that step
 */
@Json
public record SourceFile(
    String name, String format, long requests, long resolutionNanos, boolean spread) {
  /** The last part of its name. */
  public String shortName() {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
