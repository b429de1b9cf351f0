package io.anteroom.teach;

import java.util.List;

/**
 * A run of a lesson. Settings are those of a scenario as {@code key=value}, with spaces between
 * them; the first word may be the name of a shipped scenario that they change.
 */
public sealed interface LessonStep {
  /** Unique in its lesson, at most 20 characters; the table's first column. */
  String label();

  /** The command that repeats it. */
  Command command();

  /**
   * A scenario on virtual threads, on each JDK.
   *
   * @param settings in them {@code {jdk}} stands for the JDK's home
   * @param jvmArguments of its JVM
   */
  record Real(String label, String settings, List<String> jvmArguments) implements LessonStep {
    public Real {
      jvmArguments = List.copyOf(jvmArguments);
    }

    @Override
    public Command command() {
      String options =
          jvmArguments.isEmpty()
              ? ""
              : "ANTEROOM_JAVA_OPTS='" + String.join(" ", jvmArguments) + "' ";
      return new Command(
          options + "anteroom run" + LessonStep.options(settings), LessonStep.about(label));
    }

    /** The command that repeats it on that JDK, whichever the others run on. */
    Command command(int feature) {
      Command onAny = command();
      return jvmArguments.isEmpty()
          ? new Command(onAny.line() + " --jdk " + feature, onAny.about() + ", on JDK " + feature)
          : onAny;
    }
  }

  /** A scenario in simulated time, which is the same on every JDK. */
  record Simulated(String label, String settings) implements LessonStep {
    @Override
    public Command command() {
      return new Command(
          "anteroom simulate" + LessonStep.options(settings), LessonStep.about(label));
    }
  }

  /**
   * A question of capacity.
   *
   * @param settings the scenario's, but for its rooms
   * @param objective such as {@code wait.p99 < 50ms}
   */
  record Planned(String label, String settings, String objective) implements LessonStep {
    @Override
    public Command command() {
      return new Command(
          "anteroom plan" + LessonStep.options(settings) + " --slo '" + objective + "'",
          LessonStep.about(label));
    }
  }

  /**
   * A demonstration that is no scenario, in a JVM of its own on each JDK.
   *
   * @param lesson the number of its lesson
   * @param main the name of its class: {@code main} is given the folder for what it finds
   * @param jvmArguments of its JVM
   */
  record Program(String label, String lesson, String main, List<String> jvmArguments)
      implements LessonStep {
    public Program {
      jvmArguments = List.copyOf(jvmArguments);
    }

    @Override
    public Command command() {
      return new Command("anteroom lesson " + lesson, LessonStep.about(label));
    }
  }

  private static String about(String label) {
    return "the run \"" + label + "\" of this lesson";
  }

  /** As the command line has them. */
  private static String options(String settings) {
    StringBuilder options = new StringBuilder();
    for (String setting : settings.split(" ", -1)) {
      int equals = setting.indexOf('=');
      options.append(
          equals < 0
              ? " " + setting
              : " --" + setting.substring(0, equals) + " " + setting.substring(equals + 1));
    }
    return options.toString().replace("{jdk}", "\"$JAVA_HOME\"");
  }
}
