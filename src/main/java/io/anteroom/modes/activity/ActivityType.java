package io.anteroom.modes.activity;

import io.anteroom.scenario.ActivityTraits;
import io.anteroom.scenario.Scenario;
import java.io.IOException;

/**
 * An activity as the catalogue lists it.
 *
 * @param traits what scenarios have to know of it
 * @param factory makes the activity of one run
 */
record ActivityType(ActivityTraits traits, Factory factory) {
  ActivityType(String name, String summary, Factory factory) {
    this(new ActivityTraits(name, summary), factory);
  }

  /** Makes activities. */
  @FunctionalInterface
  interface Factory {
    /**
     * Makes the activity of a run of this scenario.
     *
     * @throws UnsupportedActivityException if this JVM or machine can't run it
     * @throws IOException if the machine refuses what the activity needs at the start
     */
    RoomActivity create(Scenario scenario) throws UnsupportedActivityException, IOException;
  }
}
