package io.anteroom.result.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.anteroom.report.RunFiles;
import io.anteroom.result.Run;
import io.anteroom.result.SampleRuns;
import io.anteroom.result.store.ResultsFolderException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFolderTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T17:15:30Z"), ZoneId.of("Europe/Zurich"));

  @TempDir Path parent;

  @Test
  void holdsEverythingThatTheRunLeaves() throws IOException {
    Path dump = Files.writeString(parent.resolve("dump.tmp"), "{}");
    Run run = with(SampleRuns.completed(), Map.of("threads.json", dump));
    Path out = parent.resolve("some").resolve("results");
    Path folder = ResultsFolder.prepare(out, "at-once", CLOCK).write(new RunFiles(run, true));
    assertThat(folder).isEqualTo(out.resolve("20261122-181530-at-once"));
    assertThat(names(folder))
        .containsExactly(
            "histograms.hlog",
            "report.html",
            "result.json",
            "scenario.yaml",
            "threads.json",
            "visits.csv",
            "wait.hgrm");
    assertThat(StoredRun.RESULT.read(folder.resolve("result.json"))).isEqualTo(run.result());
    assertThat(dump).doesNotExist();
    assertThat(names(out)).containsExactly("20261122-181530-at-once");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path empty = Files.createDirectory(parent.resolve("20261122-181530-at-once"));
    Files.writeString(parent.resolve("20261122-181530-at-once-2"), "a file");
    ResultsFolder one = ResultsFolder.prepare(parent, "at-once", CLOCK);
    ResultsFolder other = ResultsFolder.prepare(parent, "at-once", CLOCK);
    assertThat(other.write(new RunFiles(SampleRuns.stuck(), true)))
        .hasFileName("20261122-181530-at-once-3");
    assertThat(one.write(new RunFiles(SampleRuns.stuck(), true)))
        .hasFileName("20261122-181530-at-once-4");
    assertThat(empty).isEmptyDirectory();
    assertThat(parent.resolve("20261122-181530-at-once-2")).hasContent("a file");
  }

  @Test
  void whatIsNotUsedIsRemoved() throws IOException {
    ResultsFolder unused = ResultsFolder.prepare(parent, "at-once", CLOCK);
    assertThat(names(parent)).containsExactly(".20261122-181530-at-once.part");
    unused.discard();
    unused.discard();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void whatIsWrittenIsNotDiscarded() throws IOException {
    ResultsFolder used = ResultsFolder.prepare(parent, "at-once", CLOCK);
    Path folder = used.write(new RunFiles(SampleRuns.completed(), true));
    used.discard();
    assertThat(names(folder)).hasSize(6);
  }

  @Test
  void aFileIsNoPlaceForResults() throws IOException {
    Path file = Files.writeString(parent.resolve("results"), "mine");
    assertUsersFault(file, file + " is not a folder");
    assertUsersFault(file.resolve("below"), file + " is not a folder");
    assertThat(file).hasContent("mine");
  }

  @Test
  void aLinkToNowhereIsNoPlaceForResults() throws IOException {
    Path link = Files.createSymbolicLink(parent.resolve("results"), parent.resolve("gone"));
    assertUsersFault(link, link + " is not a folder");
    assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  @Test
  void aLinkToAFolderIsAPlaceForResults() throws IOException {
    Path real = Files.createDirectory(parent.resolve("real"));
    Path link = Files.createSymbolicLink(parent.resolve("results"), real);
    ResultsFolder.prepare(link, "at-once", CLOCK).write(new RunFiles(SampleRuns.completed(), true));
    assertThat(names(real)).containsExactly("20261122-181530-at-once");
  }

  @Test
  void aFolderWithoutPermissionIsNoPlaceForResults() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("locked"));
    assertThat(folder.toFile().setWritable(false, false)).isTrue();
    try {
      assumeFalse(Files.isWritable(folder), "this user (root?) may write anywhere");
      assertUsersFault(folder, folder + " can't be written to");
      assertUsersFault(folder.resolve("below"), folder + " can't be written to");
    } finally {
      assertThat(folder.toFile().setWritable(true, false)).isTrue();
    }
  }

  @Test
  void aReadOnlyDiskIsNoPlaceForResults() throws IOException {
    Path mountPoint = Files.createDirectory(parent.resolve("disk"));
    try (Tmpfs disk = Tmpfs.mount(mountPoint, "ro")) {
      Path folder = disk.folder();
      assertUsersFault(folder, folder + " can't be written to");
    }
  }

  @Test
  void aFullDiskIsFoundBeforeTheRun() throws IOException {
    Path mountPoint = Files.createDirectory(parent.resolve("disk"));
    try (Tmpfs disk = Tmpfs.mount(mountPoint, "size=512k")) {
      Path folder = disk.folder();
      ResultsFolderException refused =
          catchThrowableOfType(
              ResultsFolderException.class, () -> ResultsFolder.prepare(folder, "full", CLOCK));
      assertThat(refused.fault()).isEqualTo(Fault.MACHINE);
      assertThat(refused)
          .hasMessage(
              folder + ": the disk is full, 512 KiB are left and results take up to 4096 KiB");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void aDiskThatFillsUpMeanwhileIsCleanedUp() throws IOException {
    Path mountPoint = Files.createDirectory(parent.resolve("disk"));
    try (Tmpfs disk = Tmpfs.mount(mountPoint, "size=6m")) {
      Path folder = disk.folder();
      ResultsFolder prepared = ResultsFolder.prepare(folder, "full", CLOCK);
      fill(folder.resolve("filler"));
      ResultsFolderException failed =
          catchThrowableOfType(
              ResultsFolderException.class,
              () -> prepared.write(new RunFiles(SampleRuns.completed(), true)));
      assertThat(failed.fault()).isEqualTo(Fault.MACHINE);
      assertThat(failed)
          .hasMessage(folder + ": the results could not be written, the disk is full");
      assertThat(names(folder)).containsExactly("filler");
    }
  }

  @Test
  void aFileThatTheRunDidNotLeaveIsAFaultOfTheMachine() throws IOException {
    Path gone = parent.resolve("gone");
    Run run = with(SampleRuns.completed(), Map.of("threads.json", gone));
    ResultsFolder prepared = ResultsFolder.prepare(parent, "at-once", CLOCK);
    assertThatThrownBy(() -> prepared.write(new RunFiles(run, true)))
        .isInstanceOf(ResultsFolderException.class)
        .hasMessage(parent + ": the results could not be written, " + gone + " does not exist");
    assertThat(parent).isEmptyDirectory();
  }

  private static void fill(Path file) throws IOException {
    try {
      Files.write(file, new byte[8 << 20]);
    } catch (IOException full) {
      assertThat(Files.getFileStore(file).getUsableSpace()).isZero();
    }
  }

  private static void assertUsersFault(Path out, String why) {
    ResultsFolderException refused =
        catchThrowableOfType(
            ResultsFolderException.class, () -> ResultsFolder.prepare(out, "at-once", CLOCK));
    assertThat(refused.fault()).isEqualTo(Fault.USER);
    assertThat(refused)
        .hasMessage(
            out + ": results can't be kept there, " + why + "; choose another folder with --out");
  }

  private static Run with(Run run, Map<String, Path> attachments) {
    return new Run(
        run.scenario(), run.result(), run.histograms(), run.intervals(), run.visits(), attachments);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
