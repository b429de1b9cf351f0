package io.anteroom.study.fit;

import org.jspecify.annotations.Nullable;

/**
 * What a fit is asked.
 *
 * @param name of the scenario to come
 * @param rooms that the measured system had; null: not known
 * @param arrivals as the scenario shall have them; null: as the data do
 * @param hold as the scenario shall have it; null: as the data do
 * @param keepStamps whether equal times of a coarse clock stay equal
 */
public record FitQuestion(
    String name,
    @Nullable Integer rooms,
    @Nullable String arrivals,
    @Nullable String hold,
    boolean keepStamps) {}
