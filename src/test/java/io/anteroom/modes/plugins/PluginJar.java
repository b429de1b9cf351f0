package io.anteroom.modes.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.spi.Plugin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Makes jars of plugins as users do: compiled against Anteroom, with a file in META-INF. */
public final class PluginJar {
  private PluginJar() {}

  /** A jar with one class that is one plugin. */
  public static Path make(Path folder, String jar, String service, String type, String source)
      throws IOException {
    Path work = Files.createTempDirectory(folder.getParent(), "sources");
    Path file = work.resolve(type.replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    Path classes = Files.createDirectory(work.resolve("classes"));
    compile(List.of(file), classes);
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("io.anteroom.modes.spi." + service), type);
    return pack(folder.resolve(jar), classes);
  }

  /** Compiles sources against Anteroom, for the oldest Java that it runs on. */
  public static void compile(List<Path> sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of(
                      "--release",
                      "21",
                      "-proc:none",
                      "-classpath",
                      anteroom().toString(),
                      "-d",
                      classes.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
  }

  private static Path anteroom() {
    try {
      return Path.of(Plugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Makes a jar of all files in a folder. */
  public static Path pack(Path jar, Path content) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(content)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(content.relativize(file).toString()));
        entries.write(Files.readAllBytes(file));
        entries.closeEntry();
      }
    }
    return jar;
  }
}
