package io.anteroom.report.html;

/**
 * A section that is made already.
 *
 * @param html with everything escaped that has to be
 */
public record PlainSection(String id, String heading, String html) implements Section {}
