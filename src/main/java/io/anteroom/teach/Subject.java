package io.anteroom.teach;

/**
 * What a lesson is about.
 *
 * @param number such as {@code 3} or {@code 0.4}; unique
 * @param title without a full stop
 * @param question for the reader to answer before the runs do
 */
public record Subject(String number, String title, String question) {}
