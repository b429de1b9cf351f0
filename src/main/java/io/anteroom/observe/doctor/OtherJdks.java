package io.anteroom.observe.doctor;

import io.anteroom.run.jdk.Jdk;
import io.anteroom.run.jdk.Jdks;
import java.util.List;
import java.util.stream.Collectors;

/** The other JDKs in the usual folders. */
final class OtherJdks {
  private OtherJdks() {}

  static Finding finding() {
    List<Jdk> found =
        Jdks.installed().stream().filter(jdk -> !jdk.home().equals(Jdk.current().home())).toList();
    String key = "java.others";
    String label = "other JDKs";
    String source = "release files in /usr/lib/jvm, /opt, ~/.sdkman";
    if (found.isEmpty()) {
      return Finding.absent(
          key,
          label,
          "none of 21 or later: a comparison of JDKs would have this one alone",
          source);
    }
    String text =
        found.stream()
            .map(jdk -> jdk.version() + " in " + jdk.home())
            .collect(Collectors.joining(", "));
    return Finding.fine(
        key, label, text + "; chosen by ANTEROOM_JAVA_HOME, or by --jdks of compare", source);
  }
}
