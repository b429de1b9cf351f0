package io.anteroom.modes.plugins;

import io.anteroom.modes.spi.Plugin;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * Loads the classes of a folder of plugins. They see the JDK and {@code io.anteroom.modes.spi}, but
 * neither Anteroom's other packages nor its libraries: a plugin brings its own, in whatever
 * version.
 */
final class PluginLoader extends URLClassLoader {
  private static final String VISIBLE = Plugin.class.getPackageName() + ".";

  static {
    ClassLoader.registerAsParallelCapable();
  }

  PluginLoader(List<URL> parts) {
    super(parts.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.startsWith(VISIBLE)
        ? Plugin.class.getClassLoader().loadClass(name)
        : super.loadClass(name, resolve);
  }
}
