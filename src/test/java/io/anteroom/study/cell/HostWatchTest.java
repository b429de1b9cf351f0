package io.anteroom.study.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What else goes on on a machine, by files that a test writes in place of Linux's. */
class HostWatchTest {
  @TempDir private Path folder;

  private Path all = Path.of("not written");
  private Path own = Path.of("not written");

  /** All processors' time: user, nice, system, idle, disks, interrupts, soft ones, steal, guest. */
  private void machine(String ticks) throws IOException {
    all = Files.writeString(folder.resolve("stat"), "cpu  " + ticks + "\ncpu0 " + ticks + "\n");
  }

  /** This process's user and system time, and those of its children that have ended. */
  private void process(long user, long system, long childrensUser, long childrensSystem)
      throws IOException {
    String before = "4711 (a (strange) name) S 1 2 3 4 5 6 7 8 9 10 ";
    own =
        Files.writeString(
            folder.resolve("self"),
            before + user + " " + system + " " + childrensUser + " " + childrensSystem + " 20 0 9");
  }

  @Test
  void whatOthersTookIsWhatIsBusyButNotOursNorOurChildrens() throws IOException {
    machine("1000 100 500 8000 300 60 40 10 0 0");
    process(200, 50, 1000, 30);
    HostWatch watch = HostWatch.start(all, own);
    // 1,000 ticks: 600 busy, 30 stolen, 370 idle or waiting for disks.
    machine("1400 150 640 8350 320 65 45 40 999 999");
    process(250, 70, 1300, 90);

    Host host = watch.stop();

    // Of the 600 we took 70, and our children 360.
    assertThat(Objects.requireNonNull(host.otherShare())).isCloseTo(0.17, within(1e-12));
    assertThat(Objects.requireNonNull(host.stealShare())).isCloseTo(0.03, within(1e-12));
  }

  @Test
  void aCellThatTookAllThereIsIsNotNoisy() throws IOException {
    machine("0 0 0 0 0 0 0 0 0 0");
    process(0, 0, 0, 0);
    HostWatch watch = HostWatch.start(all, own);
    machine("900 0 100 0 0 0 0 0 0 0");
    process(1, 1, 900, 110);

    Host host = watch.stop();

    assertThat(host.otherShare()).as("clock ticks are rounded").isZero();
    assertThat(host.noisy()).isFalse();
  }

  @Test
  void whereThereIsNothingToReadNothingIsSaid() throws IOException {
    machine("1 1 1 1 1 1 1 1 0 0");
    process(1, 1, 1, 1);
    HostWatch still = HostWatch.start(all, own);
    assertThat(still.stop().otherShare()).as("no time has passed").isNull();
    HostWatch gone = HostWatch.start(folder.resolve("missing"), own);
    Host host = gone.stop();
    assertThat(host.stealShare()).isNull();
    assertThat(host.otherShare()).isNull();
    assertThat(host.noisy()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    ", , false",
    "0.02, 0.1, false",
    "0.0201, 0, true",
    "0, 0.1001, true",
    ", 0.2, true",
    "0.03, , true",
  })
  void stealAndOthersBothMakeACellNoisy(Double steal, Double others, boolean noisy) {
    assertThat(new Host(9.0, steal, others).noisy()).isEqualTo(noisy);
  }
}
