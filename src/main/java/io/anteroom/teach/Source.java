package io.anteroom.teach;

import io.avaje.jsonb.Json;

/**
 * Something to read: a JEP, a bug, a paper.
 *
 * @param name as one would look for it
 * @param about what it says that matters here
 */
@Json
public record Source(String name, String about) {}
