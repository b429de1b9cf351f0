package io.anteroom.modes.plugins;

import io.anteroom.modes.spi.ActivityPlugin;
import io.anteroom.modes.spi.LockPlugin;
import io.anteroom.modes.spi.Plugin;
import io.anteroom.modes.spi.PluginException;
import io.anteroom.modes.spi.PluginException.Fault;
import io.anteroom.modes.spi.PoolPlugin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;

/**
 * A folder of plugins: its jars, and itself where it holds classes. All of a folder share a class
 * loader, and no folder sees another one's classes.
 */
final class PluginFolder {
  private static final List<Class<? extends Plugin>> TYPES =
      List.of(LockPlugin.class, PoolPlugin.class, ActivityPlugin.class);

  private final Path folder;

  PluginFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The plugins in it, by the names of their jars.
   *
   * @throws PluginException if there are none, or one of them can't be used
   */
  List<CheckedPlugin> load() throws InterruptedException {
    PluginLoader loader = new PluginLoader(parts());
    List<CheckedPlugin> plugins = new ArrayList<>();
    for (Class<? extends Plugin> type : TYPES) {
      plugins.addAll(load(type, loader));
    }
    if (plugins.isEmpty()) {
      throw unusable(
          "no plugin in it; its jars have to name one in META-INF/services/"
              + LockPlugin.class.getName()
              + " (or PoolPlugin, ActivityPlugin)");
    }
    return plugins;
  }

  private List<CheckedPlugin> load(Class<? extends Plugin> type, PluginLoader loader)
      throws InterruptedException {
    PluginCalls reading =
        new PluginCalls(type.getSimpleName(), folder.toString(), Fault.UNUSABLE, loader);
    List<? extends ServiceLoader.Provider<? extends Plugin>> found =
        reading.within(
            "reading META-INF/services", () -> ServiceLoader.load(type, loader).stream().toList());
    List<CheckedPlugin> plugins = new ArrayList<>();
    for (ServiceLoader.Provider<? extends Plugin> provider : found) {
      String origin = origin(provider.type());
      PluginCalls making =
          new PluginCalls(provider.type().getName(), origin, Fault.UNUSABLE, loader);
      plugins.add(CheckedPlugin.of(making.within("constructor", () -> made(provider)), origin));
    }
    return plugins;
  }

  /** What went wrong in it is what matters, not that the loader says so. */
  private static Plugin made(ServiceLoader.Provider<? extends Plugin> provider) throws Exception {
    try {
      return provider.get();
    } catch (ServiceConfigurationError failed) {
      throw failed.getCause() instanceof Exception cause ? cause : new IOException(failed);
    }
  }

  private String origin(Class<?> type) {
    URL location = type.getProtectionDomain().getCodeSource().getLocation();
    try {
      Path place = Path.of(location.toURI());
      return Files.isDirectory(place) ? folder.toString() : String.valueOf(place.getFileName());
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException(location.toString(), impossible);
    }
  }

  private List<URL> parts() {
    if (!Files.isDirectory(folder)) {
      throw unusable("it is not a folder");
    }
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      files.forEach(jars::add);
    } catch (IOException unreadable) {
      throw unusable("it can't be read: " + unreadable);
    }
    jars.sort(null);
    jars.forEach(this::requireJar);
    jars.add(folder);
    return jars.stream().map(PluginFolder::url).toList();
  }

  private void requireJar(Path jar) {
    try {
      new JarFile(jar.toFile()).close();
    } catch (IOException broken) {
      throw unusable(jar.getFileName() + " is not a jar: " + broken.getMessage());
    }
  }

  private static URL url(Path part) {
    try {
      return part.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalArgumentException(part.toString(), impossible);
    }
  }

  private PluginException unusable(String why) {
    return new PluginException(Fault.UNUSABLE, "plugins in " + folder + ": " + why);
  }
}
