package io.anteroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold what a format looked like when it was last looked at. {@code mvn test
 * -Danteroom.renewGolden=true} writes them anew; the difference is then for a person to review.
 */
public final class Golden {
  private static final Path RESOURCES =
      Path.of(System.getProperty("anteroom.project", "."), "src/test/resources/io/anteroom");

  private Golden() {}

  /** Fails unless the file holds just this text. */
  public static void check(String file, String text) throws IOException {
    Path golden = RESOURCES.resolve(file);
    if (Boolean.getBoolean("anteroom.renewGolden")) {
      Files.writeString(golden, text);
    }
    assertThat(text).as(file).isEqualTo(Files.readString(golden));
  }
}
