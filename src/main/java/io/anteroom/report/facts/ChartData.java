package io.anteroom.report.facts;

import io.avaje.jsonb.Jsonb;

/** What the scripts of a page draw and offer. */
public sealed interface ChartData permits RunData, SweepData, ComparisonData, PlanData, FitData {
  default String json() {
    return Jsonb.builder().serializeEmpty(true).serializeNulls(true).build().toJson(this);
  }
}
