package io.anteroom.teach;

import io.avaje.jsonb.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something to read: a JEP, a bug, a paper.
 *
 * @param name as one would look for it
 * @param about what it says that matters here
 */
@Json
public record Source(String name, String about) {
  private static final Pattern JEP = Pattern.compile("JEP (\\d+)\\b.*");
  private static final Pattern BUG = Pattern.compile("(JDK-\\d+)\\b.*");

  /** What it is and says, and where it is, if the name tells that. */
  String text() {
    Matcher jep = JEP.matcher(name);
    Matcher bug = BUG.matcher(name);
    String where =
        jep.matches()
            ? " (https://openjdk.org/jeps/" + jep.group(1) + ")"
            : bug.matches() ? " (https://bugs.openjdk.org/browse/" + bug.group(1) + ")" : "";
    return name + ": " + about + where;
  }
}
