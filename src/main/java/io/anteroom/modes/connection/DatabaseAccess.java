package io.anteroom.modes.connection;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who calls it. The password stays in here: it is in no text of this.
 *
 * @param url without a password
 * @param user null: as the driver sees fit
 * @param password null: as the driver sees fit, which for PostgreSQL is what {@code ~/.pgpass} says
 */
public record DatabaseAccess(String url, @Nullable String user, @Nullable String password) {
  /** Whether that is a database of this kind, such as {@code postgresql}. */
  public boolean isOf(String kind) {
    return url.startsWith("jdbc:" + kind + ":");
  }

  /** What the driver is told. */
  Properties properties() {
    Properties properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    if (isOf("postgresql")) {
      properties.setProperty("ApplicationName", "anteroom");
      properties.setProperty("loginTimeout", "10");
    }
    return properties;
  }

  @Override
  public String toString() {
    return url;
  }
}
