package io.anteroom.doctor;

/**
 * One thing that was found.
 *
 * @param subject what it is about
 * @param finding what is so
 * @param source where that comes from: a file, a bean, a measurement, a JEP
 */
public record Finding(String subject, String finding, String source) {}
