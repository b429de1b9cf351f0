package io.anteroom.teach;

import io.avaje.jsonb.Json;

/**
 * A command that works as it stands.
 *
 * @param line to type in
 * @param about what it shows, or which run of the lesson it repeats
 */
@Json
public record Command(String line, String about) {}
