package io.anteroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input gets one clear line and exit code 2, and nothing is written. */
class BadInputTest {
  @TempDir private Path folder;

  static Stream<String> badOptions() {
    return Stream.of(
        "--rooms 0",
        "--rooms -3",
        "--rooms many",
        "--rooms 1.5",
        "--rooms 1e3",
        "--rooms 99999999999999999999",
        "--persons 0",
        "--persons -1",
        "--persons 100000001",
        "--mode mutex",
        "--mode Reentrant",
        "--line queue",
        "--line shared --mode synchronized",
        "--line per-room --mode semaphore",
        "--choice nearest --line per-room",
        "--choice random --mode semaphore",
        "--timeout 500ms --mode semaphore",
        "--timeout 0s --mode timed",
        "--timeout soon --mode timed",
        "--retry exponential:1ms --mode reentrant",
        "--retry 1ms --mode try-park",
        "--readers 0.5 --mode reentrant",
        "--readers 2 --mode stamped",
        "--readers 140% --mode stamped",
        "--patience fixed:1s --mode synchronized",
        "--patience forever",
        "--patience -1s",
        "--hold 5_parsecs",
        "--hold fixed:5parsecs",
        "--hold fixed:-5ms",
        "--hold fixed:",
        "--hold exponential:",
        "--hold exponential:0ms",
        "--hold gaussian:5ms",
        "--hold lognormal:5ms",
        "--hold lognormal:5ms,cv=0",
        "--hold lognormal:5ms,sigma=1",
        "--hold erlang:5ms,k=0",
        "--hold erlang:5ms,k=1.5",
        "--hold hyperexponential:5ms,cv=0.5",
        "--hold pareto:5ms,alpha=1",
        "--hold uniform:9ms..1ms",
        "--hold uniform:9ms",
        "--hold empirical:no-such-file.txt",
        "--hold fixed:99999h",
        "--activity dance",
        "--arrivals poisson",
        "--arrivals poisson:0/s --duration 1s",
        "--arrivals poisson:-5/s --duration 1s",
        "--arrivals poisson:5/fortnight --duration 1s",
        "--arrivals poisson:5/s",
        "--arrivals poisson:5/s --duration 1s --persons 10",
        "--arrivals poisson:5/s --duration 1s --think fixed:1s",
        "--arrivals trace:no-such-file.txt",
        "--arrivals renewal:5ms --duration 1s",
        "--arrivals sometimes",
        "--limit 5",
        "--limit 0 --arrivals poisson:5/s --duration 1s",
        "--visits 0",
        "--visits -1",
        "--duration 5",
        "--duration -5s",
        "--warmup 100%",
        "--warmup -1%",
        "--warmup 10s --duration 5s",
        "--carriers 0",
        "--carriers 99999",
        "--seed luck",
        "--seed 1.5",
        "--stuck-after 1ms",
        "--stuck-after never",
        "--name .hidden",
        "--name a/b",
        "--expect wait.p99",
        "--expect wait.p101<5ms",
        "--expect weight.p99<5ms",
        "--expect wait.p99<5%",
        "--expect wait.p99~5ms",
        "--scale 0",
        "--scale x",
        "--scale 5 --arrivals poisson:5/s --duration 1s",
        "--romos 5",
        "--json=perhaps",
        "no-such-file.yaml",
        "one.yaml two.yaml");
  }

  @ParameterizedTest
  @MethodSource("badOptions")
  void isAnsweredInOneLine(String options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("run", "--out", folder.toString()));
    arguments.addAll(List.of(options.split(" ")));
    refuses(arguments);
  }

  static Stream<String> badFiles() {
    return Stream.of(
        "",
        "# only a comment\n",
        "rooms: [1, 2]\n",
        "- rooms\n",
        "rooms: 5\nrooms: 6\n",
        "romos: 5\n",
        "rooms: 5\n---\nrooms: 6\n",
        "rooms: &a 5\npersons: *a\n",
        "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
        "rooms: {a: {b: c}}\n",
        "rooms: 'unfinished\n",
        "rooms: !!int 5\n",
        "\u0000\u0001\u0002",
        "expect: {a: b}\n");
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void filesAreAnsweredWithTheirPosition(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), content);
    CommandLineRun run = refuses(List.of("run", file.toString(), "--out", folder.toString()));
    assertThat(run.err()).contains("bad.yaml");
  }

  @Test
  void aFileThatIsNotUtf8() throws IOException {
    Path file =
        Files.write(folder.resolve("bad.yaml"), new byte[] {'a', ':', ' ', (byte) 0xC3, 'x'});
    refuses(List.of("run", file.toString(), "--out", folder.toString()));
  }

  @Test
  void tenMegabytesOfGarbage() throws IOException {
    byte[] garbage = "x: [{".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("bad.yaml"), garbage);
    refuses(List.of("run", file.toString(), "--out", folder.toString()));
  }

  @Test
  void aFolderInPlaceOfAFile() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    refuses(List.of("run", inner.toString(), "--out", folder.toString()));
  }

  @Test
  void aFileWhereTheResultsShouldGo() throws IOException {
    Path file = Files.writeString(folder.resolve("results"), "mine");
    refuses(List.of("run", "--persons", "2", "--out", file.toString()));
    assertThat(file).hasContent("mine");
  }

  private CommandLineRun refuses(List<String> arguments) throws IOException {
    List<Path> before = content();
    CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
    run.assertRefused();
    assertThat(content()).isEqualTo(before);
    return run;
  }

  private List<Path> content() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }
}
