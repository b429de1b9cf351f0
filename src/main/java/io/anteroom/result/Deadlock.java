package io.anteroom.result;

import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Persons who wait for each other, so that none of them ever goes on.
 *
 * @param atNanos when the last of them began to wait
 * @param cycle who holds what and waits for what, a sentence a pool, each pool being waited for in
 *     the sentence before it and the first one in the last
 * @param advice what would end it
 */
public record Deadlock(long atNanos, List<String> cycle, String advice) {
  public Deadlock {
    cycle = List.copyOf(cycle);
  }

  /** The deadlock that has come about now; one is found. */
  public static Deadlock of(Deadlocks found, Scenario scenario, Journey journey, long atNanos) {
    return of(found, scenario, journey, atNanos, false);
  }

  /** The same, where some of them will give up: that ends it. */
  public static Deadlock endedByPatience(
      Deadlocks found, Scenario scenario, Journey journey, long atNanos) {
    return of(found, scenario, journey, atNanos, true);
  }

  /** For each pool in which persons can come to wait for each other a sentence that says how. */
  public static List<String> risks(Scenario scenario) {
    Journey journey = scenario.journey();
    return journey == null
        ? List.of()
        : journey.pools().stream()
            .map(pool -> DeadlockAdvice.risk(scenario, journey, pool.name()))
            .flatMap(Stream::ofNullable)
            .toList();
  }

  private static Deadlock of(
      Deadlocks found, Scenario scenario, Journey journey, long atNanos, boolean patience) {
    List<Integer> pools = cycle(found, journey.pools().size());
    List<String> sentences = new ArrayList<>();
    for (int place = 0; place < pools.size(); place++) {
      int held = pools.get(place);
      int wanted = pools.get((place + 1) % pools.size());
      sentences.add(sentence(found, journey, held, wanted));
    }
    return new Deadlock(atNanos, sentences, DeadlockAdvice.of(scenario, journey, pools, patience));
  }

  /** From a locked pool to one that holders of its rooms wait for, until one comes again. */
  private static List<Integer> cycle(Deadlocks found, int pools) {
    boolean[] locked = found.locked();
    List<Integer> path = new ArrayList<>();
    int pool = 0;
    while (!locked[pool]) {
      pool++;
    }
    while (!path.contains(pool)) {
      path.add(pool);
      pool = next(found, locked, pool, pools);
    }
    return path.subList(path.indexOf(pool), path.size());
  }

  private static int next(Deadlocks found, boolean[] locked, int pool, int pools) {
    int next = -1;
    for (int wanted = 0; wanted < pools; wanted++) {
      if (locked[wanted]
          && found.persons(pool, wanted) > 0
          && (next < 0 || found.persons(pool, wanted) > found.persons(pool, next))) {
        next = wanted;
      }
    }
    return next;
  }

  /** What happened, where patience ended it, for a person to read. */
  public String wordsOfPatience() {
    return after() + ", which only patience ended: " + String.join("; ", cycle) + ".";
  }

  /** What happened, for a person to read. */
  public String words() {
    return after() + ": " + String.join("; ", cycle) + ": none of them ever goes on.";
  }

  private String after() {
    return "Deadlock after " + FigureText.duration(atNanos);
  }

  private static String sentence(Deadlocks found, Journey journey, int held, int wanted) {
    int rooms = found.rooms(held);
    int persons = found.persons(held, wanted);
    String waiting = FigureText.count(persons, "person waits", "persons wait");
    return "%s of %s %s taken, and of those inside %s for a room of %s"
        .formatted(
            rooms == 1 ? "the room" : "all " + FigureText.count(rooms, "room"),
            journey.pools().get(held).name(),
            rooms == 1 ? "is" : "are",
            waiting,
            journey.pools().get(wanted).name());
  }
}
