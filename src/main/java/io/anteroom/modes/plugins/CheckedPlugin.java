package io.anteroom.modes.plugins;

import io.anteroom.modes.spi.ModePlugin;
import io.anteroom.modes.spi.Plugin;
import io.anteroom.modes.spi.PluginException;
import io.anteroom.modes.spi.PluginException.Fault;
import io.anteroom.scenario.ModeTraits;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A plugin that can be used, and where it comes from.
 *
 * @param name checked: it is one word
 * @param summary checked: it is one line
 * @param origin the jar or the class, for messages
 * @param mode what scenarios have to know of it; null: it is no locking mode
 */
record CheckedPlugin(
    Plugin plugin, String name, String summary, String origin, @Nullable ModeTraits mode) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,39}");
  private static final int LONGEST_SUMMARY = 100;

  /**
   * Asks a plugin what it is.
   *
   * @throws PluginException if it can't be used
   */
  static CheckedPlugin of(Plugin plugin, String origin) throws InterruptedException {
    Class<?> type = plugin.getClass();
    PluginCalls failures =
        new PluginCalls(type.getName(), origin, Fault.UNUSABLE, type.getClassLoader());
    int version = failures.within("version", plugin::version);
    if (version != Plugin.VERSION) {
      throw failures.because(
          "it was built for version "
              + version
              + " of io.anteroom.modes.spi, and this is version "
              + Plugin.VERSION
              + "; build it anew");
    }
    String name = failures.within("name", plugin::name);
    if (name == null || !NAME.matcher(name).matches()) {
      throw failures.because(
          "its name can't be \""
              + name
              + "\"; allowed: a letter, then letters, digits and '-', at most 40");
    }
    String summary = failures.within("summary", plugin::summary);
    if (summary == null || summary.isBlank() || summary.lines().count() > 1) {
      throw failures.because("its summary is not one line of text");
    }
    String fitting = summary.strip();
    String line = fitting.substring(0, Math.min(fitting.length(), LONGEST_SUMMARY));
    ModeTraits mode =
        plugin instanceof ModePlugin own
            ? failures.within(
                "givesUp, keepsCarriersBusy or order", () -> PluginModes.traits(name, line, own))
            : null;
    return new CheckedPlugin(plugin, name, line, origin, mode);
  }

  /** Words for what it does wrong while it runs. */
  PluginCalls failures() {
    return new PluginCalls(name, origin, Fault.FAILED, plugin.getClass().getClassLoader());
  }
}
