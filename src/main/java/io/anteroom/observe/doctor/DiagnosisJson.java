package io.anteroom.observe.doctor;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/** The serial form of {@link Diagnosis}: its keys are the records' components, in their order. */
public final class DiagnosisJson {
  private static final JsonType<Diagnosis> DIAGNOSIS =
      Jsonb.builder().serializeEmpty(true).serializeNulls(true).build().type(Diagnosis.class);

  private DiagnosisJson() {}

  /** The diagnosis as JSON on one line. */
  public static String write(Diagnosis diagnosis) {
    return DIAGNOSIS.toJson(diagnosis);
  }

  /** The diagnosis that was written as this text. */
  public static Diagnosis read(String json) {
    return DIAGNOSIS.fromJson(json);
  }
}
