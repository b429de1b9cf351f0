package io.anteroom.study.cluster;

import io.anteroom.scenario.BusyWaiting;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The options of a cell's JVM that may travel: sizes, numbers and switches. Others name programs,
 * agents and files (such as {@code -XX:OnError} and {@code -javaagent}): by them a database could
 * make a worker run anything.
 */
final class JvmArguments {
  private static final Pattern ALLOWED =
      Pattern.compile(
          "-Xm[sxn]\\d+[kKmMgG]?|-Xss\\d+[kKmMgG]?|-XX:[+-]\\w+|-XX:\\w+=[0-9.]+[kKmMgG%]?"
              + "|-Djdk\\.virtualThreadScheduler\\.\\w+=\\d+");

  private JvmArguments() {}

  /**
   * @throws ClusterException if one may not travel
   */
  static void require(List<String> arguments) {
    for (String argument : arguments) {
      boolean ours = argument.equals(BusyWaiting.jvmOption());
      if (!ours && !ALLOWED.matcher(argument).matches()) {
        throw new ClusterException(
            "the JVM option "
                + argument
                + " can't go to a worker; allowed: sizes (-Xmx2g), switches (-XX:+UseZGC), numbers"
                + " (-XX:MaxRAMPercentage=50) and -Djdk.virtualThreadScheduler.…; set others on"
                + " the worker, by ANTEROOM_JAVA_OPTS");
      }
    }
  }
}
