package io.anteroom.statistics.family;

/**
 * A member of a family held against the sample that it was fitted to.
 *
 * @param distance of Kolmogorov and Smirnov
 * @param aic Akaike's criterion: less is better
 */
public record Candidate(Member member, double distance, double aic) {}
