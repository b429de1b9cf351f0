package io.anteroom.run.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdksTest {
  @TempDir private Path folder;

  private Path home(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Path java = Files.createFile(home.resolve("bin/java"));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  @Test
  void readsTheVersionOfAHome() throws IOException {
    Path home = home("jdk-x", "25.0.3");
    assertThat(Jdk.at(home)).contains(new Jdk(home, "25.0.3"));
    assertThat(new Jdk(home, "25.0.3").feature()).isEqualTo(25);
    assertThat(new Jdk(home, "25.0.3").java()).isExecutable();
  }

  @Test
  void whatCanNotRunAnteroomIsNoJdk() throws IOException {
    assertThat(Jdk.at(home("old", "17.0.9"))).isEmpty();
    assertThat(Jdk.at(home("ancient", "1.8.0_402"))).isEmpty();
    assertThat(Jdk.at(folder.resolve("nowhere"))).isEmpty();
    Path unreleased = home("unreleased", "25");
    Files.delete(unreleased.resolve("release"));
    assertThat(Jdk.at(unreleased)).isEmpty();
  }

  @Test
  void findsEachHomeOnceBehindStarsAndLinks() throws IOException {
    Path second = home("jvm/jdk-25", "25");
    Path first = home("jvm/jdk-21", "21.0.5");
    home("jvm/jdk-17", "17.0.9");
    Files.createSymbolicLink(folder.resolve("jvm/default"), second);
    List<Jdk> found =
        Jdks.in(List.of(folder.resolve("jvm/*"), folder.resolve("j*/jdk-25"), folder.resolve("x")));
    assertThat(found).containsExactly(new Jdk(first, "21.0.5"), new Jdk(second, "25"));
  }

  @Test
  void aHomeOrTheBeginningOfAVersionNamesAJdk() throws IOException {
    Path home = home("mine", "23.0.1");
    assertThat(Jdks.named(home.toString()).version()).isEqualTo("23.0.1");
    Jdk current = Jdk.current();
    assertThat(Jdks.named(current.version()).version()).isEqualTo(current.version());
    assertThat(Jdks.named(Integer.toString(current.feature())).feature())
        .isEqualTo(current.feature());
  }

  @Test
  void saysWhichJdksThereAre() {
    assertThatThrownBy(() -> Jdks.named("2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no JDK \"2\" of 21 or later")
        .hasMessageContaining(Jdk.current().version());
  }
}
