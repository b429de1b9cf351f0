package io.anteroom.report.facts;

import io.anteroom.report.facts.Block.Download;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * What the scripts of a sweep's page draw and offer.
 *
 * @param metric what is drawn at first
 */
@Json
public record SweepData(String metric, CellColumns cells, List<Download> downloads)
    implements ChartData {}
