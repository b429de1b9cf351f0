package io.anteroom.result;

import io.avaje.jsonb.Json;

/**
 * The verdict on a run, as documents hold it for programs to read; {@code
 * io.anteroom.result.verdict} works it out.
 *
 * @param kind such as {@code completed} or {@code objective-missed}
 * @param standing {@code good}, {@code bad} or {@code unclear}
 * @param sentence the first line of every report
 */
@Json
public record VerdictRecord(String kind, String standing, String sentence) {}
