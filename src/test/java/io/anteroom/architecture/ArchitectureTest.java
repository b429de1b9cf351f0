package io.anteroom.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Data flows one way: what each package may know of, and that nothing goes round in circles. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPath(Path.of(System.getProperty("anteroom.project"), "target", "classes"));

  /** Each package, and the packages that it may use. */
  private static final Map<String, Set<String>> ARROWS =
      new TreeMap<>(
          Map.ofEntries(
              entry("scenario"),
              entry("clock"),
              entry("jfr"),
              entry("junit", "jfr"),
              entry("schedule", "clock", "scenario"),
              entry("locking", "clock", "scenario", "schedule"),
              entry("activity", "clock", "scenario"),
              entry("measure", "clock"),
              entry("theory", "scenario"),
              entry("result", "scenario", "measure", "jfr", "theory"),
              entry("expectation", "result", "scenario", "measure"),
              entry(
                  "engine",
                  "scenario",
                  "clock",
                  "schedule",
                  "locking",
                  "activity",
                  "measure",
                  "jfr",
                  "result"),
              entry("simulate", "scenario", "schedule", "measure", "result"),
              entry(
                  "experiment",
                  "scenario",
                  "schedule",
                  "measure",
                  "result",
                  "expectation",
                  "simulate"),
              entry(
                  "verdict",
                  "scenario",
                  "measure",
                  "theory",
                  "result",
                  "expectation",
                  "experiment"),
              entry("jdk"),
              entry("svg"),
              entry("cell", "experiment", "expectation", "jdk", "result", "scenario", "verdict"),
              entry("compare", "cell", "experiment", "expectation", "jdk", "result", "scenario"),
              entry(
                  "sweep",
                  "cell",
                  "expectation",
                  "experiment",
                  "jdk",
                  "plan",
                  "result",
                  "scenario"),
              entry("doctor", "clock", "jdk", "jfr"),
              entry("watch", "clock", "expectation", "jfr", "result"),
              entry(
                  "plan",
                  "scenario",
                  "measure",
                  "theory",
                  "simulate",
                  "result",
                  "expectation",
                  "experiment"),
              entry(
                  "diff",
                  "cell",
                  "scenario",
                  "measure",
                  "jfr",
                  "result",
                  "expectation",
                  "experiment",
                  "verdict"),
              entry(
                  "lesson",
                  "activity",
                  "cell",
                  "expectation",
                  "jdk",
                  "locking",
                  "plan",
                  "report",
                  "result",
                  "scenario"),
              entry(
                  "report",
                  "compare",
                  "diff",
                  "cell",
                  "doctor",
                  "expectation",
                  "plan",
                  "result",
                  "scenario",
                  "measure",
                  "svg",
                  "sweep",
                  "theory",
                  "verdict",
                  "watch"),
              entry("live", "engine", "jfr", "report", "result", "scenario")));

  private static Map.Entry<String, Set<String>> entry(String name, String... mayUse) {
    return Map.entry(name, Set.of(mayUse));
  }

  @Test
  void packagesUseOnlyWhatTheyMay() {
    LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : ARROWS.keySet()) {
      architecture = architecture.layer(name).definedBy("io.anteroom." + name + "..");
    }
    architecture = architecture.layer("cli").definedBy("io.anteroom.cli..");
    for (Map.Entry<String, Set<String>> arrow : ARROWS.entrySet()) {
      LayeredArchitecture.LayerDependencySpecification layer =
          architecture.whereLayer(arrow.getKey());
      architecture =
          arrow.getValue().isEmpty()
              ? layer.mayNotAccessAnyLayer()
              : layer.mayOnlyAccessLayers(arrow.getValue().toArray(String[]::new));
    }
    architecture.whereLayer("cli").mayNotBeAccessedByAnyLayer().check(CLASSES);
  }

  @Test
  void noPackagesGoRoundInCircles() {
    slices().matching("io.anteroom.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheCommandLineTouchesTheStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.anteroom.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.anteroom.cli..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }
}
