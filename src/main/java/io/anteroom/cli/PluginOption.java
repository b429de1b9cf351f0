package io.anteroom.cli;

import io.anteroom.modes.plugins.Catalogue;
import io.anteroom.study.cell.Jvm;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Where plugins are: folders named by an option, else by the process that started this one, else by
 * a variable. They are loaded when somebody asks for a mode or an activity.
 */
final class PluginOption {
  private static final String NAME = "--plugins";
  private static final String VARIABLE = "ANTEROOM_PLUGINS";

  private PluginOption() {}

  /** Gives the command the option. */
  static OptionSpec addTo(CommandSpec command) {
    Folders folders = new Folders();
    OptionSpec option =
        OptionSpec.builder(NAME)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("DIR")
            .order(15)
            .description(
                "A folder with plugins: locks, pools and activities of your own; again for more"
                    + " (default: those in "
                    + VARIABLE
                    + ").")
            .getter(folders)
            .setter(folders)
            .build();
    command.addOption(option);
    return option;
  }

  /**
   * The locking modes and activities that a parsed command line knows.
   *
   * @throws ParameterException if a name is no folder's
   * @throws io.anteroom.modes.spi.PluginException if a plugin can't be used
   */
  static Catalogue catalogue(CommandSpec command) {
    Folders folders = folders(command);
    return folders == null ? Catalogue.SHIPPED : folders.catalogue(command);
  }

  /** The options with which another JVM knows the same. */
  static List<String> jvmArguments(CommandSpec command) {
    Folders folders = folders(command);
    List<Path> all = folders == null ? List.of() : folders.all(command);
    return all.isEmpty()
        ? List.of()
        : List.of(
            all.stream()
                .map(folder -> folder.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator, "-D" + Jvm.PLUGINS + "=", "")));
  }

  private static @Nullable Folders folders(CommandSpec command) {
    OptionSpec option = command.findOption(NAME);
    return option == null ? null : (Folders) option.getter();
  }

  /** What the option was given, and what was loaded from it. For one thread. */
  private static final class Folders implements IGetter, ISetter {
    private @Nullable List<String> given;
    private @Nullable Catalogue catalogue;

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // picocli's.
    @Override
    public <T> T get() {
      return (T) given;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // picocli's: what was there before, if anything.
    @Override
    public <T> T set(T value) {
      T before = (T) given;
      given = (List<String>) value;
      return before;
    }

    Catalogue catalogue(CommandSpec command) {
      Catalogue loaded = catalogue;
      if (loaded == null) {
        List<Path> all = all(command);
        loaded = all.isEmpty() ? Catalogue.SHIPPED : Catalogue.load(all);
        catalogue = loaded;
      }
      return loaded;
    }

    List<Path> all(CommandSpec command) {
      if (given != null) {
        return paths(command, NAME, given);
      }
      String started = System.getProperty(Jvm.PLUGINS);
      String listed = started == null ? System.getenv(VARIABLE) : started;
      return listed == null
          ? List.of()
          : paths(
              command,
              VARIABLE,
              Stream.of(listed.split(File.pathSeparator, -1))
                  .filter(name -> !name.isBlank())
                  .toList());
    }

    private static List<Path> paths(CommandSpec command, String origin, List<String> names) {
      List<Path> paths = new ArrayList<>();
      for (String name : names) {
        try {
          paths.add(Path.of(name));
        } catch (InvalidPathException notAPath) {
          throw Refusal.ofFileName(command, origin);
        }
      }
      return paths;
    }
  }
}
