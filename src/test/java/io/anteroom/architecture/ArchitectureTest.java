package io.anteroom.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Data flows one way: what each package may know of, and that nothing goes round in circles. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPath(Path.of(System.getProperty("anteroom.project"), "target", "classes"))
          .that(
              DescribedPredicate.describe(
                  "written by hand",
                  one -> !one.getName().matches(".*(\\.jsonb\\..*|JsonAdapter)")));

  private static final String ROOT = "io.anteroom.";
  private static final int MOST_AT_THE_TOP = 12;

  /** How the documentation of a package says what it uses. */
  private static final Pattern USES = Pattern.compile("<p>Uses ([^.]*(?:\\.\\w[^.]*)*)\\.");

  /** Classes of more than 350 lines, and why. */
  private static final Map<String, String> LONG_FOR_A_REASON =
      Map.of(
          "Calendar.java", "one loop over events: its parts share the state of the whole run",
          "Person.java", "there may be millions: what a person does is in no second object",
          "Advice.java", "one rule after the other, the first that holds is said");

  private static final Pattern NAME = Pattern.compile("\\{@code ([a-z.]+)}");

  @TestFactory
  Stream<DynamicTest> eachPackageUsesWhatItsDocumentationSays() {
    return packages().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        assertThat(entry.getValue())
                            .as("what " + entry.getKey() + " uses, against its package-info")
                            .isEqualTo(documented(entry.getKey()))));
  }

  @Test
  void packagesAtTheTopAreFew() {
    assertThat(packages().keySet().stream().map(name -> name.replaceFirst("\\..*", "")).distinct())
        .hasSizeLessThanOrEqualTo(MOST_AT_THE_TOP);
  }

  @Test
  void noPackagesGoRoundInCircles() {
    slices().matching("io.anteroom.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void aNameStandsForOneClass() {
    assertThat(
            CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info")))
        .doesNotHaveDuplicates();
  }

  /** Each package by its name below the root, and the others that it uses. */
  private static SortedMap<String, SortedSet<String>> packages() {
    SortedMap<String, SortedSet<String>> packages = new TreeMap<>();
    for (JavaClass one : CLASSES) {
      SortedSet<String> used =
          packages.computeIfAbsent(name(one.getPackageName()), name -> new TreeSet<>());
      one.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getPackageName())
          .filter(name -> name.startsWith(ROOT) && !name.endsWith("jsonb"))
          .filter(name -> !name.equals(one.getPackageName()))
          .forEach(name -> used.add(name(name)));
    }
    return packages;
  }

  private static String name(String packageName) {
    return packageName.substring(ROOT.length());
  }

  private static SortedSet<String> documented(String name) throws IOException {
    String text =
        Files.readString(
                Path.of(System.getProperty("anteroom.project"), "src/main/java/io/anteroom")
                    .resolve(name.replace('.', '/'))
                    .resolve("package-info.java"))
            .replaceAll("\\s+\\*?\\s*", " ");
    Matcher uses = USES.matcher(text);
    assertThat(uses.find()).as("package-info of " + name + " says what it uses").isTrue();
    return uses.group(1).equals("all packages")
        ? new TreeSet<>(packages().getOrDefault(name, new TreeSet<>()))
        : NAME.matcher(uses.group(1))
            .results()
            .map(one -> one.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void classesAreShortButTheseThree() throws IOException {
    Path sources = Path.of(System.getProperty("anteroom.project"), "src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      Map<String, Long> lines =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .collect(
                  Collectors.toMap(file -> file.getFileName().toString(), this::lines, Math::max));
      LONG_FOR_A_REASON.keySet().forEach(name -> assertThat(lines).containsKey(name));
      lines.keySet().removeAll(LONG_FOR_A_REASON.keySet());
      assertThat(lines).allSatisfy((name, count) -> assertThat(count).as(name).isLessThan(351));
    }
  }

  private long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void nothingUsesTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.anteroom.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.anteroom.cli..")
        .check(CLASSES);
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
