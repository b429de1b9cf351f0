package io.anteroom.study.cluster;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where the queue of a cluster is: a database of PostgreSQL, as its driver writes it. The password
 * is never in it: others would read it in a list of processes.
 *
 * @param text {@code jdbc:postgresql://HOST[:PORT]/DATABASE[?OPTIONS]}; the options are the
 *     driver's, such as {@code sslmode=verify-full}
 */
public record ClusterUrl(String text) {
  private static final String ALLOWED =
      "allowed: jdbc:postgresql://HOST[:PORT]/DATABASE[?OPTIONS], such as"
          + " jdbc:postgresql://db.example/anteroom?user=anteroom";

  private static final Pattern SHAPE =
      Pattern.compile("jdbc:postgresql://[^/?\\s]+/[^/?\\s]+(\\?\\S*)?");

  /** Options of the driver that make it run a program or load a class of somebody's choice. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?i)[?&](socketFactory|socketFactoryArg|sslfactory|sslfactoryarg|sslhostnameverifier"
              + "|sslpasswordcallback|authenticationPluginClassName|xmlFactoryFactory"
              + "|loggerFile)=");

  /**
   * @throws ClusterException if it is not such a text
   */
  public ClusterUrl {
    if (hasPassword(text)) {
      throw new ClusterException(
          "--cluster: the address must not hold the password, since others can read it there;"
              + " set PGPASSWORD, or write it to ~/.pgpass");
    }
    if (!SHAPE.matcher(text).matches()
        || text.substring("jdbc:postgresql:".length()).contains("@")) {
      throw new ClusterException("--cluster: can't be \"" + text + "\"; " + ALLOWED);
    }
    if (REFUSED.matcher(text).find()) {
      throw new ClusterException(
          "--cluster: can't be \""
              + text
              + "\"; it names a class or file that the driver would"
              + " use; leave that option out");
    }
  }

  private static boolean hasPassword(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("?password=")
        || lower.contains("&password=")
        || lower.contains("sslpassword=")
        || lower.matches("[^/]*//[^/@]*:[^/@]*@.*");
  }

  /** The password that the environment holds; empty where the driver looks in {@code ~/.pgpass}. */
  static String password(Map<String, String> environment) {
    return environment.getOrDefault("PGPASSWORD", "");
  }

  @Override
  public String toString() {
    return text;
  }
}
