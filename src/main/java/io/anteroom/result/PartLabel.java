package io.anteroom.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a run figures are about: the visits to one pool, the journeys of one class of
 * persons, or the visits of one class to one pool. {@code toString} gives it as metrics have it,
 * such as {@code {pool=connections,class=gold}}.
 *
 * @param pool null: all pools, and so whole journeys
 * @param personClass null: all classes
 */
public record PartLabel(@Nullable String pool, @Nullable String personClass) {
  /** For a person: the names alone, such as {@code connections gold}. */
  public String words() {
    return Stream.of(pool, personClass)
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    List<String> labels = new ArrayList<>();
    if (pool != null) {
      labels.add("pool=" + pool);
    }
    if (personClass != null) {
      labels.add("class=" + personClass);
    }
    return "{" + String.join(",", labels) + "}";
  }
}
