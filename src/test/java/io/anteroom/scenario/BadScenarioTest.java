package io.anteroom.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every mistake gets one short line: where, what, and what to do instead. */
final class BadScenarioTest {
  private static final int LONGEST_MESSAGE = 400;

  /** What random files are made of. */
  private static final List<String> FRAGMENTS =
      List.of(
          "rooms",
          "persons",
          "hold",
          "expect",
          ": ",
          ": ",
          ": ",
          ":",
          ", ",
          "[",
          "]",
          "{",
          "}",
          " ",
          " ",
          "\n",
          "\n",
          "\n",
          "\n- ",
          "- ",
          "? ",
          "# ",
          "&a ",
          "*a ",
          "!",
          "!!int ",
          "|",
          ">",
          "'",
          "\"",
          "%",
          "@",
          "`",
          "~",
          "---",
          "\n...\n",
          "<<",
          "1",
          "fixed:5ms",
          "none",
          "😀",
          "\r",
          "\t",
          "\\",
          "=",
          "-");

  /** Files that are not a mapping of scenario keys to plain values. */
  static final Object[][] MALFORMED = {
    {"", "test.yaml: ", "empty", "rooms: 64"},
    {"   \n\n", "test.yaml: ", "empty", "rooms: 64"},
    {"# only a comment\n", "test.yaml: ", "empty", "rooms: 64"},
    {"---\n", "test.yaml: ", "empty", "rooms: 64"},
    {"hello", "test.yaml:1:1: ", "not a scenario", "key: value"},
    {"- rooms\n- persons", "test.yaml:1:1: ", "not a scenario", "key: value"},
    {"[".repeat(1_000_000), "test.yaml:1:1: ", "not a scenario", "key: value"},
    {"[".repeat(10_000), "test.yaml:1:1: ", "not a scenario", "key: value"},
    {"{".repeat(10_000), "test.yaml:1:2: ", "a key must be a word", "rooms: 64"},
    {"rooms: " + "[".repeat(10_000), "test.yaml:1:8: ", "rooms can't be a list", "such as 64"},
    {"expect: " + "[".repeat(10_000), "test.yaml:1:10: ", "expect can't be a list", "wait.p99"},
    {"room: 4", "test.yaml:1:1: ", "unknown key \"room\"", "did you mean \"rooms\"?"},
    {"stuckafter: 4s", "test.yaml:1:1: ", "\"stuckafter\"", "did you mean \"stuck-after\"?"},
    {"Rooms: 4", "test.yaml:1:1: ", "unknown key \"Rooms\"", "did you mean \"rooms\"?"},
    {"rooms: 4\nquux-quux: 4", "test.yaml:2:1: ", "\"quux-quux\"", "allowed: name persons rooms"},
    {"colour: red", "test.yaml:1:1: ", "unknown key \"colour\"", "allowed: name persons"},
    {"\"\": 1", "test.yaml:1:1: ", "unknown key \"\"", "allowed: name persons"},
    {"rooms: 1\nrooms: 2", "test.yaml:2:1: ", "duplicate key \"rooms\"", "line 1"},
    {"{rooms: 1,\n \"rooms\": 2}", "test.yaml:2:2: ", "duplicate key \"rooms\"", "line 1"},
    {"rooms: [1, 2]", "test.yaml:1:8: ", "rooms can't be a list", "one value, such as 64"},
    {"hold: {fixed: 5ms}", "test.yaml:1:7: ", "hold can't be a mapping", "exponential:5ms"},
    {"hold:\n  fixed: 5ms", "test.yaml:2:3: ", "hold can't be a mapping", "exponential:5ms"},
    {"expect: {wait: 5ms}", "test.yaml:1:9: ", "expect can't be a mapping", "wait.p99 < 50ms"},
    {"expect: [[a]]", "test.yaml:1:10: ", "expect can't be a list", "wait.p99 < 50ms"},
    {"? [a]\n: 1", "test.yaml:1:3: ", "a key must be a word", "rooms: 64"},
    {"rooms: &r 4", "test.yaml:1:8: ", "an anchor \"&r\"", "remove it"},
    {"rooms: &r 4\npersons: *r", "test.yaml:1:8: ", "an anchor \"&r\"", "remove it"},
    {"persons: *r", "test.yaml:1:10: ", "an alias \"*r\"", "write the value out"},
    {"*r : 3", "test.yaml:1:1: ", "an alias \"*r\"", "write the value out"},
    {"&top\nrooms: 1", "test.yaml:1:1: ", "an anchor \"&top\"", "remove it"},
    {"rooms: !!int 4", "test.yaml:1:8: ", "a tag \"tag:yaml.org,2002:int\"", "remove it"},
    {"rooms: ! 4", "test.yaml:1:8: ", "a tag \"!\"", "remove it"},
    {"!!map {rooms: 4}", "test.yaml:1:1: ", "a tag", "remove it"},
    {"hold: !!javax.script.X [a]", "test.yaml:1:7: ", "a tag", "remove it"},
    {"<<: {rooms: 4}", "test.yaml:1:1: ", "merge keys (<<)", "write the keys out"},
    {"rooms: 1\n---\nrooms: 2", "test.yaml:2:1: ", "a second document", "a file of its own"},
    {"rooms: 1\n...\nrooms: 2", "test.yaml:3:1: ", "not YAML", "key: value"},
    {"expect: [1", "test.yaml:1:11: ", "not YAML", "key: value"},
    {"rooms: \"1", "test.yaml:1:10: ", "not YAML", "key: value"},
    {"rooms: 1\n\tpersons: 2", "test.yaml:2:1: ", "not YAML", "key: value"},
    {"rooms:\t1", "test.yaml:1:7: ", "found character '\\t(TAB)'", "key: value"},
    {"\trooms: 1", "test.yaml:1:1: ", "not YAML", "key: value"},
    {"hold: lognormal: 5ms", "test.yaml:1:16: ", "mapping values", "and quote odd values"},
    {"rooms 1\npersons 2", "test.yaml:1:1: ", "not a scenario", "key: value"},
    {"rooms: 1\n  persons: 2", "test.yaml:2:10: ", "not YAML", "key: value"},
    {"hold: @5ms", "test.yaml:1:7: ", "not YAML", "and quote odd values"},
    {"%YAML 3.0\n---\nrooms: 1", "test.yaml", "not YAML", "key: value"},
    {"rooms: 1\nname: a\u0000b", "test.yaml:2:8: ", "U+0000", "remove it"},
    {"name: \u001b[31mred", "test.yaml:1:7: ", "U+001B", "remove it"},
    {"k".repeat(5000) + ": 1", "test.yaml:1:1", "", "key: value"},
    {"rooms: *" + "k".repeat(5000), "test.yaml:1:8: ", "an alias \"*kkk", "write the value out"},
    {"rooms: &" + "k".repeat(5000), "test.yaml:1:8: ", "an anchor \"&kkk", "remove it"},
    {"rooms: !" + "k".repeat(5000) + " 1", "test.yaml:1:8: ", "a tag \"!kkk", "remove it"},
    {"rooms: !k!" + "k".repeat(5000), "test.yaml:1:8: ", "tag handle !k!", "key: value"},
    {"%" + "k".repeat(5000), "test.yaml", "", "key: value"},
    {"k".repeat(900) + ": 1", "test.yaml:1:1: ", "\"" + "k".repeat(40) + "...\"", "allowed: name"},
    {
      "a: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]",
      "test.yaml:1:1: ",
      "unknown key \"a\"",
      "allowed: name"
    },
    {"expect: &a [x,x]\nname: [*a,*a]", "test.yaml:1:9: ", "an anchor \"&a\"", "remove it"},
  };

  /** Values that are not allowed by themselves; after each, what the message says. */
  static final Object[][] BAD_VALUES = {
    {"rooms: 0", "rooms can't be \"0\"", "from 1 to 1,000,000"},
    {"rooms: -1", "rooms can't be \"-1\"", "from 1 to 1,000,000"},
    {"rooms: 1000001", "rooms can't be \"1000001\"", "from 1 to 1,000,000"},
    {"rooms: 1.5", "rooms can't be \"1.5\"", "a whole number"},
    {"rooms: 1e3", "rooms can't be \"1e3\"", "a whole number"},
    {"rooms: many", "rooms can't be \"many\"", "for example 64"},
    {"rooms:", "rooms can't be \"\"", "for example 64"},
    {"rooms: ~", "rooms can't be \"~\"", "for example 64"},
    {"rooms: true", "rooms can't be \"true\"", "for example 64"},
    {"rooms: none", "rooms can't be \"none\"", "for example 64"},
    {"rooms: 99999999999999999999", "\"99999999999999999999\"", "from 1 to 1,000,000"},
    {"rooms: ٣", "rooms can't be \"٣\"", "a whole number"},
    {"persons: 0", "persons can't be \"0\"", "from 1 to 100,000,000"},
    {"persons: 100000001", "\"100000001\"", "from 1 to 100,000,000"},
    {"visits: 0", "visits can't be \"0\"", "10, or none"},
    {"visits: 1000000000001", "\"1000000000001\"", "from 1 to 1,000,000,000,000"},
    {"carriers: 0", "carriers can't be \"0\"", "from 1 to 32,767"},
    {"carriers: 32768", "carriers can't be \"32768\"", "from 1 to 32,767"},
    {"seed: x", "seed can't be \"x\"", "for example 42"},
    {"seed: 9223372036854775808", "\"9223372036854775808\"", "to 9,223,372,036,854,775,807"},
    {"mode: reentrent", "mode can't be \"reentrent\"", "did you mean reentrant?"},
    {"mode: whatever", "mode can't be \"whatever\"", "try-yield"},
    {"mode: Timed", "mode can't be \"Timed\"", "did you mean timed?"},
    {"line: both", "line can't be \"both\"", "shared, per-room"},
    {"choice: best", "choice can't be \"best\"", "round-robin"},
    {"activity: dance", "activity can't be \"dance\"", "sleep, cpu, class-init"},
    {"activity: slep", "activity can't be \"slep\"", "did you mean sleep?"},
    {"hold: 5 parsecs", "hold can't be \"5 parsecs\"", "for example exponential:5ms"},
    {"hold: 5ms", "hold can't be \"5ms\"", "fixed, exponential"},
    {"hold: fixed:5", "hold can't be \"fixed:5\"", "a number and a unit"},
    {"hold: fixed:5 parsecs", "\"fixed:5 parsecs\"", "a number and a unit"},
    {"hold: fixed:-5ms", "\"fixed:-5ms\"", "a number and a unit"},
    {"hold: \"fixed:\"", "hold can't be \"fixed:\"", "a number and a unit"},
    {"hold: Fixed:5ms", "hold can't be \"Fixed:5ms\"", "allowed: fixed"},
    {"hold: fixed:9000h", "\"fixed:9000h\"", "at most 8760h"},
    {"hold: fixed:1e3ms", "\"fixed:1e3ms\"", "a number and a unit"},
    {"hold: exponential:0ms", "\"exponential:0ms\"", "greater than 0s"},
    {"hold: uniform:5ms", "\"uniform:5ms\"", "uniform:1ms..9ms"},
    {"hold: uniform:9ms..1ms", "\"uniform:9ms..1ms\"", "the lower bound first"},
    {"hold: uniform:1ms...9ms", "\"uniform:1ms...9ms\"", "a number and a unit"},
    {"hold: lognormal:5ms", "\"lognormal:5ms\"", "lognormal:5ms,cv=1.5"},
    {"hold: lognormal:5ms,k=2", "\"lognormal:5ms,k=2\"", "lognormal:5ms,cv=1.5"},
    {"hold: lognormal:5ms,cv=0", "\"lognormal:5ms,cv=0\"", "cv greater than 0"},
    {"hold: lognormal:5ms,cv=1001", "\"lognormal:5ms,cv=1001\"", "at most 1000"},
    {"hold: lognormal:5ms,cv=x", "\"lognormal:5ms,cv=x\"", "a decimal number"},
    {"hold: erlang:5ms,k=0", "\"erlang:5ms,k=0\"", "from 1 to 1,000"},
    {"hold: erlang:5ms,k=1.5", "\"erlang:5ms,k=1.5\"", "from 1 to 1,000"},
    {"hold: erlang:5ms,k=1001", "\"erlang:5ms,k=1001\"", "from 1 to 1,000"},
    {"hold: hyperexponential:5ms,cv=0.9", "cv=0.9\"", "cv from 1 to 1000"},
    {"hold: pareto:5ms,alpha=1", "\"pareto:5ms,alpha=1\"", "alpha greater than 1"},
    {"hold: empirical:missing.txt", "missing.txt", "no such file; check the path"},
    {"hold: \"empirical:a\\0b\"", "\"empirical:a\\u0000b\"", "the path of a file"},
    {"hold: \"" + "x".repeat(5000) + "\"", "x".repeat(40) + "...\"", "for example"},
    {"hold: \"a\\nb\\e[31m\"", "\"a\\nb\\u001b[31m\"", "for example"},
    {"timeout: 0s\nmode: timed", "timeout can't be \"0s\"", "longer than 0s"},
    {"clock: sundial", "clock can't be \"sundial\"", "wall, simulated"},
    {"order: lifo\nmode: semaphore", "order can't be \"lifo\"", "set clock to simulated"},
    {"order: lifo\nmode: try-park\nclock: simulated", "\"lifo\"", "don't wait in one line"},
    {
      "order: lifo\nmode: stamped\nreaders: 50%\nclock: simulated", "\"lifo\"", "remove one of both"
    },
    {"mode: try-spin\nclock: simulated", "can't be simulated", "set another mode or clock wall"},
    {"replications: 1\nclock: simulated", "replications can't be \"1\"", "from 2 to 10,000"},
    {"warmup: auto", "warmup can't be \"auto\"", "in real time: a share, a duration"},
    {"patience: never", "patience can't be \"never\"", "or none"},
    {"arrivals: sometimes", "arrivals can't be \"sometimes\"", "poisson:RATE"},
    {"arrivals: poisson:300", "\"poisson:300\"", "300/s"},
    {"arrivals: poisson:-3/s", "\"poisson:-3/s\"", "300/s"},
    {"arrivals: poisson:0/s", "\"poisson:0/s\"", "from 0.000001/s"},
    {"arrivals: constant:2000000000/s", "\"constant:2000000000/s\"", "to 1,000,000,000/s"},
    {"arrivals: constant:3/day", "\"constant:3/day\"", "300/s"},
    {"arrivals: renewal:fixed:0s", "\"renewal:fixed:0s\"", "at least 1ns"},
    {"arrivals: renewal:5ms", "arrivals can't be \"renewal:5ms\"", "allowed: fixed"},
    {"arrivals: trace:missing.txt", "missing.txt", "no such file"},
    {"arrivals: at-once:5", "arrivals can't be \"at-once:5\"", "at-once, closed"},
    {"duration: 0s", "duration can't be \"0s\"", "longer than 0s"},
    {"duration: 30", "duration can't be \"30\"", "a number and a unit"},
    {"warmup: 100%", "warmup can't be \"100%\"", "less than 100%"},
    {"warmup: 10", "warmup can't be \"10\"", "10%"},
    {"warmup: -5%", "warmup can't be \"-5%\"", "decimal number"},
    {"stuck-after: 99ms", "stuck-after can't be \"99ms\"", "at least 100ms"},
    {"expect: \"\"", "expect can't be \"\"", "wait.p99 < 50ms"},
    {"expect: \"" + "x".repeat(201) + "\"", "xxx...\"", "at most 200 characters"},
    {"name: .hidden", "name can't be \".hidden\"", "no '.' first"},
    {"name: a/b", "name can't be \"a/b\"", "letters, digits"},
    {"name: \"\"", "name can't be \"\"", "for example checkout-pool"},
    {"name: " + "n".repeat(61), "nnn...\"", "at most 60"},
  };

  /** Values that are not allowed beside another; after each, what the message says. */
  static final Object[][] CONTRADICTIONS = {
    {"mode: synchronized\nline: shared", "line can't be \"shared\"", "has lines per-room"},
    {"mode: semaphore\nline: per-room", "line can't be \"per-room\"", "has lines shared"},
    {"mode: queue\nchoice: random", "choice can't be \"random\"", "set line to per-room"},
    {"timeout: 5ms", "timeout can't be \"5ms\"", "choose mode timed"},
    {"mode: timed\nretry: fixed:1ms", "\"fixed:1ms\"", "choose mode try-park or try-backoff"},
    {"readers: 0.5", "readers can't be \"0.5\"", "choose mode stamped"},
    {"mode: stamped\nreaders: 1.5", "readers can't be \"1.5\"", "from 0 to 1"},
    {"mode: stamped\nreaders: 101%", "readers can't be \"101%\"", "from 0% to 100%"},
    {"mode: stamped\nreaders: x", "readers can't be \"x\"", "decimal number"},
    {"mode: try-park\nretry: fixed:0s", "retry can't be \"fixed:0s\"", "at least 1ns"},
    {"mode: synchronized\npatience: fixed:1s", "\"fixed:1s\"", "set none or another mode"},
    {"arrivals: poisson:3/s", "arrivals can't be \"poisson:3/s\"", "set duration (30s)"},
    {"arrivals: constant:3/s\nvisits: none", "\"constant:3/s\"", "or visits (1000)"},
    {
      "arrivals: poisson:3/s\nduration: 1s\npersons: 5",
      "persons can't be \"5\"",
      "set arrivals to closed"
    },
    {
      "arrivals: poisson:3/s\nduration: 1s\nthink: fixed:1s",
      "think can't be \"fixed:1s\"",
      "set arrivals to closed"
    },
    {"limit: 5", "limit can't be \"5\"", "open model; remove it"},
    {"arrivals: closed\nlimit: 5", "limit can't be \"5\"", "open model; remove it"},
    {"arrivals: poisson:3/s\nvisits: 9\nlimit: 0", "limit can't be \"0\"", "or none"},
    {"visits: none", "visits can't be \"none\"", "set duration (30s)"},
    {"persons: 1000\nvisits: 1000000001", "\"1000000001\"", "1,000,000,000 for each"},
    {"duration: 5s\nwarmup: 5s", "warmup can't be \"5s\"", "shorter than the duration, 5s"},
  };

  @ParameterizedTest
  @FieldSource("MALFORMED")
  void isRefusedWhereTheFileIsMalformed(String yaml, String origin, String problem, String remedy) {
    assertThat(refusal(() -> Given.scenario(yaml)))
        .startsWith(origin)
        .contains(problem)
        .contains(remedy);
  }

  @ParameterizedTest
  @FieldSource({"BAD_VALUES", "CONTRADICTIONS"})
  void isRefusedWhereAValueIsNotAllowed(String yaml, String value, String remedy) {
    assertThat(refusal(() -> Given.scenario(yaml)))
        .matches("test\\.yaml:\\d:\\d+: .*")
        .contains(value)
        .contains(remedy);
  }

  @ParameterizedTest
  @FieldSource({"BAD_VALUES", "CONTRADICTIONS"})
  void namesTheOptionThatTheValueCameFrom(String yaml, String value, String remedy) {
    assertThat(refusal(() -> Given.PARSER.parse(asOptions(yaml))))
        .startsWith("--")
        .contains(value)
        .contains(remedy);
  }

  @Test
  void isNeverAFaultOfOurs() {
    for (int seed = 0; seed < 5000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String yaml =
          random
              .ints(random.nextInt(1, 40), 0, FRAGMENTS.size())
              .mapToObj(FRAGMENTS::get)
              .collect(Collectors.joining());
      Throwable thrown = catchThrowable(() -> Given.scenario(yaml));
      if (thrown != null) {
        assertThat(thrown).as(yaml).isInstanceOf(InvalidScenarioException.class);
        assertOneShortLine(thrown);
      }
    }
  }

  private static String refusal(ThrowingCallable parsing) {
    InvalidScenarioException refusal =
        catchThrowableOfType(InvalidScenarioException.class, parsing);
    assertThat(refusal).isNotNull();
    assertOneShortLine(refusal);
    return String.valueOf(refusal.getMessage());
  }

  private static void assertOneShortLine(Throwable refusal) {
    assertThat(refusal)
        .message()
        .hasSizeLessThan(LONGEST_MESSAGE)
        .matches(message -> message.chars().noneMatch(Character::isISOControl));
  }

  private static Settings asOptions(String yaml) {
    Settings file = YamlSettings.read(yaml, "test.yaml", Path.of(""));
    Settings options = Settings.none();
    for (ScenarioKey key : ScenarioKey.values()) {
      for (Setting setting : file.all(key)) {
        options = options.with(key, setting.value(), "--" + key.word());
      }
    }
    return options;
  }
}
