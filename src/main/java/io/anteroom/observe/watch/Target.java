package io.anteroom.observe.watch;

import java.util.Properties;

/**
 * The JVM that is watched.
 *
 * @param feature of its JDK, such as 21
 * @param jdk its JDK's whole version
 * @param command main class and arguments, or the jar; empty where the JVM does not tell
 */
public record Target(long pid, int feature, String jdk, String vm, String command) {
  /** The first JDK with virtual threads as they are. */
  static final int OLDEST = 21;

  static Target of(long pid, Properties system, Properties agent) {
    return new Target(
        pid,
        feature(system.getProperty("java.specification.version", "")),
        system.getProperty("java.runtime.version", system.getProperty("java.version", "?")),
        system.getProperty("java.vm.vendor", "?") + " " + system.getProperty("java.vm.name", "?"),
        printable(agent.getProperty("sun.java.command", "")));
  }

  /** {@code 1.8} is 8; 0 where there is no number. */
  private static int feature(String specification) {
    String number = specification.startsWith("1.") ? specification.substring(2) : specification;
    return number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
  }

  /** Another process's text must not steer a terminal. */
  static String printable(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .map(character -> Character.isISOControl(character) ? ' ' : character)
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
