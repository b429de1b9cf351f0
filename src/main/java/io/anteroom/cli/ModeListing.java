package io.anteroom.cli;

import io.anteroom.modes.plugins.Catalogue;
import io.anteroom.scenario.ActivityTraits;
import io.anteroom.scenario.ModeTraits;
import picocli.CommandLine.Model.CommandSpec;

/** The locking modes and activities that there are; of a plugin's, where it comes from. */
record ModeListing(CommandSpec spec, Catalogue catalogue) {
  private static final int INDENT = 2;
  private static final int NAMES = 25;

  /** The locking modes. */
  String modes() {
    Listing modes = new Listing(spec, INDENT, NAMES);
    for (ModeTraits mode : catalogue.modes()) {
      modes.add(mode.name(), withOrigin(mode.name(), mode.summary()));
    }
    return modes.toString();
  }

  String activities() {
    Listing activities = new Listing(spec, INDENT, NAMES);
    for (ActivityTraits activity : catalogue.activities()) {
      activities.add(activity.name(), withOrigin(activity.name(), activity.summary()));
    }
    return activities.toString();
  }

  @Override
  public String toString() {
    String line = System.lineSeparator();
    return "Locking modes:" + line + modes() + line + "Activities:" + line + activities();
  }

  private String withOrigin(String name, String summary) {
    return summary + catalogue.origin(name).map(origin -> " (" + origin + ")").orElse("");
  }
}
