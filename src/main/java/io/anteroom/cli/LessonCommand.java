package io.anteroom.cli;

import io.anteroom.report.facts.Report;
import io.anteroom.report.html.PageShell;
import io.anteroom.result.store.StoredFile;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.run.jdk.Jdks;
import io.anteroom.teach.JdkMatch;
import io.anteroom.teach.Lesson;
import io.anteroom.teach.LessonFacts;
import io.anteroom.teach.LessonResult;
import io.anteroom.teach.LessonRun;
import io.anteroom.teach.LessonText;
import io.anteroom.teach.Lessons;
import io.anteroom.teach.Subject;
import io.anteroom.teach.Workshop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The course: lists the lessons, or runs some. */
@Command(
    name = "lesson",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    sortOptions = false,
    description = {
      LessonCommand.SUMMARY,
      "Without a number it lists them; with one it asks, runs on every JDK that is",
      "found, and explains what was seen.",
      "",
      "  anteroom lesson",
      "  anteroom lesson 3 --ask",
      "  anteroom lesson all --questions-only",
      "  anteroom lesson all --html handout.html",
      "",
    },
    footer = {
      "",
      "Exit codes: 0 all is as expected, or surprising at the most; 1 a run was lost;",
      "3 what is known of a JDK does not hold here; 130 interrupted."
    })
final class LessonCommand implements Callable<Integer> {
  static final String SUMMARY = "Teaches virtual threads and waiting, in numbered lessons.";

  private static final String ALL = "all";

  private final Terminal terminal;
  private final Supplier<InputStream> standardInput;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "NUMBER",
      description = "The lessons to run, or all (default: list them).")
  private List<String> numbers = List.of();

  @Option(
      names = "--jdk",
      paramLabel = "HOME|VERSION",
      order = 1,
      description =
          "A JDK to run on; can be repeated (default: the newest one of each release that is found,"
              + " see anteroom doctor).")
  private List<String> jdks = List.of();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      order = 2,
      description =
          "Write a handout of the lessons that ran, as one HTML file; with --questions-only a"
              + " worksheet.")
  private @Nullable Path html;

  @Option(
      names = "--ask",
      order = 3,
      description =
          "Wait for a guess, a line on standard input, before a lesson runs, and print it beside"
              + " what happened.")
  private boolean asking;

  @Option(
      names = "--questions-only",
      order = 4,
      description = "Print the questions as a worksheet, and run nothing.")
  private boolean questionsOnly;

  @Mixin private final FolderOption out = new FolderOption();

  @Mixin private final OutputOptions output = new OutputOptions();

  private BufferedReader answers = new BufferedReader(Reader.nullReader());

  private volatile @Nullable LessonRun running;
  private volatile boolean stopping;

  LessonCommand(Terminal terminal, Supplier<InputStream> standardInput) {
    this.terminal = terminal;
    this.standardInput = standardInput;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Lesson> lessons = lessons();
    List<Jdk> chosen = chosen();
    requireNew(html);
    if (questionsOnly) {
      return askOnly(subjects(lessons.isEmpty() ? Lessons.all() : lessons, chosen));
    }
    if (lessons.isEmpty()) {
      return print(text().list(subjects(Lessons.all(), chosen)));
    }
    answers =
        new BufferedReader(
            new InputStreamReader(
                asking ? standardInput.get() : InputStream.nullInputStream(),
                Charset.defaultCharset()));
    return CtrlC.during(this::interrupt, () -> teach(lessons, chosen));
  }

  private int teach(List<Lesson> lessons, List<Jdk> on) throws IOException, InterruptedException {
    List<LessonFacts.Told> told = new ArrayList<>();
    for (Lesson lesson : lessons) {
      if (!stopping) {
        told.add(teach(lesson, on));
      }
    }
    handOut(told);
    List<LessonResult> results = told.stream().map(LessonFacts.Told::result).toList();
    output.printJson(spec, () -> LessonResult.JSON.writeAll(results));
    return stopping ? ExitCode.INTERRUPTED : code(results);
  }

  private static List<Subject> subjects(List<Lesson> lessons, List<Jdk> on) {
    return lessons.stream().map(lesson -> lesson.subject().on(on)).toList();
  }

  private List<Lesson> lessons() {
    if (numbers.contains(ALL)) {
      return Lessons.all();
    }
    try {
      return numbers.stream().distinct().map(Lessons::numbered).toList();
    } catch (IllegalArgumentException none) {
      throw new ParameterException(spec.commandLine(), String.valueOf(none.getMessage()), none);
    }
  }

  private List<Jdk> chosen() {
    if (jdks.isEmpty()) {
      return Jdks.ofEachRelease();
    }
    Map<String, Jdk> byVersion = new LinkedHashMap<>();
    for (String named : jdks) {
      Jdk jdk = CellOptions.named(spec, "--jdk", named);
      byVersion.putIfAbsent(jdk.version(), jdk);
    }
    return List.copyOf(byVersion.values());
  }

  private void requireNew(@Nullable Path file) {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (numbers.isEmpty() && !questionsOnly) {
      throw Refusal.of(
          spec, "--html: which lessons should the handout have? add their numbers, or all");
    }
    if (Files.exists(file)) {
      throw Refusal.of(
          spec, "--html: " + file + " is there already; name a new file, or remove it");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw Refusal.of(
          spec, "--html: " + file + " can't be written, its folder is not there; make it first");
    }
  }

  private int print(String text) {
    PrintWriter standardOut = spec.commandLine().getOut();
    standardOut.print(text);
    standardOut.flush();
    return ExitCode.DONE;
  }

  private LessonText text() {
    return new LessonText(output.style(terminal));
  }

  /** What the reader expects; empty where nobody asks, or nobody answers. */
  private String guess() throws IOException {
    if (!asking) {
      return "";
    }
    output.say(spec, "Your guess: ");
    String guess = answers.readLine();
    output.say(spec, System.lineSeparator());
    return guess == null ? "" : guess.strip();
  }

  private LessonFacts.Told teach(Lesson lesson, List<Jdk> on)
      throws IOException, InterruptedException {
    LessonText text = text();
    output.say(spec, text.question(lesson.subject().on(on)));
    String guess = guess();
    Path folder = out.create("lesson-" + lesson.subject().number());
    if (!guess.isEmpty()) {
      StoredFile.GUESS.write(folder, guess + System.lineSeparator());
    }
    LessonRun run =
        new LessonRun(lesson, on, new Workshop(Main.class.getName(), CellOptions::keep, folder));
    running = run;
    if (stopping) {
      run.interrupt();
    }
    LessonResult result = output.follow(run::progress, spec, terminal, run::run);
    output.say(spec, text.answer(result, guess, folder) + System.lineSeparator());
    return new LessonFacts.Told(result, guess);
  }

  private void interrupt() {
    stopping = true;
    LessonRun run = running;
    if (run != null) {
      run.interrupt();
    }
  }

  private int askOnly(List<Subject> subjects) throws IOException {
    if (html == null) {
      return print(text().worksheet(subjects));
    }
    write(html, LessonFacts.worksheet(subjects));
    return ExitCode.DONE;
  }

  private void handOut(List<LessonFacts.Told> told) throws IOException {
    if (html != null) {
      write(html, LessonFacts.handout(told, terminal.style(false)::typed));
    }
  }

  private static void write(Path file, Report page) throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      new PageShell(page).write(out);
    }
  }

  /** A lost run comes before what contradicts. */
  private static int code(List<LessonResult> results) {
    if (results.stream().anyMatch(LessonResult::lost)) {
      return ExitCode.FAULT;
    }
    return results.stream().anyMatch(result -> result.verdict() == JdkMatch.CONTRADICTS)
        ? ExitCode.EXPECTATION_NOT_MET
        : ExitCode.DONE;
  }
}
