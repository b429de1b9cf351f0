package io.anteroom.observe.doctor;

import io.anteroom.result.store.Document;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * All that was found.
 *
 * @param schema version of this shape
 * @param feature of the JDK, such as 21
 */
@Json
public record Diagnosis(int schema, int feature, List<Section> sections) {
  /** The version that this code writes. */
  public static final int SCHEMA = 1;

  /** How it is written and read. */
  public static final Document<Diagnosis> JSON =
      new Document<>(Diagnosis.class, "diagnosis", SCHEMA, List.of());

  public Diagnosis {
    sections = List.copyOf(sections);
  }

  /** What belongs together. */
  public record Section(String title, List<Finding> findings) {
    public Section {
      findings = List.copyOf(findings);
    }
  }
}
