package io.anteroom.measure.flight;

import java.util.List;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;

/**
 * One frame of a recorded or dumped stack.
 *
 * @param type the class, without the address that the JVM adds to hidden classes, so that the same
 *     code has the same name in every run
 * @param method empty where the frame stands for something else
 * @param line source line; -1 where unknown
 */
public record Frame(String type, String method, int line) {
  private static final List<String> PLATFORM =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  static Frame of(RecordedFrame frame) {
    RecordedMethod method = frame.getMethod();
    if (method == null) {
      return new Frame("(unknown)", "", -1);
    }
    return new Frame(
        withoutAddress(method.getType().getName()), method.getName(), frame.getLineNumber());
  }

  /**
   * Reads a line of a thread dump, such as {@code java.base/a.B.c(B.java:7)} or {@code
   * a.B.c(java.base@25/B.java:7)}.
   */
  public static Frame parse(String text) {
    int bracket = text.indexOf('(');
    String where = bracket < 0 ? text : text.substring(0, bracket);
    int method = where.lastIndexOf('.');
    if (method < 0) {
      return new Frame("(unknown)", where, -1);
    }
    String type = withoutAddress(where.substring(0, method));
    String line = text.substring(text.lastIndexOf(':') + 1).replace(")", "");
    return new Frame(
        type.substring(type.lastIndexOf('/') + 1),
        where.substring(method + 1),
        bracket >= 0 && line.matches("\\d{1,9}") ? Integer.parseInt(line) : -1);
  }

  /** {@code A$$Lambda.0x00007f19e8158c40} and {@code A$$Lambda/0x1a2b} to {@code A$$Lambda}. */
  private static String withoutAddress(String type) {
    int address = Math.max(type.indexOf(".0x"), type.indexOf("/0x"));
    return address < 0 ? type : type.substring(0, address);
  }

  /** Whether the frame is of the JDK rather than of an application. */
  public boolean isPlatform() {
    return PLATFORM.stream().anyMatch(type::startsWith);
  }

  /** {@code type.method}: what a flame graph shows. */
  public String name() {
    return method.isEmpty() ? type : type + "." + method;
  }

  /** {@code type.method:line}. */
  @Override
  public String toString() {
    return line < 0 ? name() : name() + ":" + line;
  }
}
