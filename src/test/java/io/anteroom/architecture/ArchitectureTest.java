package io.anteroom.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** What programs and plugins may use; package-info of the root and the docs name it. */
  private static final Set<String> API =
      Set.of("io.anteroom", "io.anteroom.modes.spi", "io.anteroom.observe.junit");

  /** Of no package of the API, but to be handed on. */
  private static final Set<String> HANDED_ON = Set.of("io.anteroom.scenario.Scenario");

  private static final int MOST_AT_THE_TOP = 12;

  /** How the documentation of a package says what it uses. */
  private static final Pattern USES = Pattern.compile("<p>Uses ([^.]*(?:\\.\\w[^.]*)*)\\.");

  /** Classes of more than 350 lines, and why. */
  private static final Map<String, String> LONG_FOR_A_REASON =
      Map.of(
          "Calendar.java", "one loop over events: its parts share the state of the whole run",
          "JourneyCalendar.java", "one loop over events, as in Calendar, for several pools",
          "Person.java", "there may be millions: what a person does is in no second object",
          "Advice.java", "one rule after the other, the first that holds is said");

  private static final Pattern NAME = Pattern.compile("\\{@code ([a-z.]+)}");

  @TestFactory
  Stream<DynamicTest> eachPackageUsesWhatItsDocumentationSays() {
    return packages().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey().isEmpty() ? "the root" : entry.getKey(),
                    () ->
                        assertThat(entry.getValue())
                            .as("what " + entry.getKey() + " uses, against its package-info")
                            .isEqualTo(documented(entry.getKey()))));
  }

  @Test
  void packagesAtTheTopAreFew() {
    assertThat(
            packages().keySet().stream()
                .filter(name -> !name.isEmpty())
                .map(name -> name.replaceFirst("\\..*", ""))
                .distinct())
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
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void theApiShowsNothingButItself() {
    List<String> shown =
        CLASSES.stream()
            .filter(one -> API.contains(one.getPackageName()) && isPublic(one))
            .flatMap(ArchitectureTest::shownBy)
            .filter(type -> type.getName().startsWith(ROOT))
            .filter(type -> !HANDED_ON.contains(type.getName()))
            .filter(type -> !API.contains(type.getPackageName()))
            .map(JavaClass::getName)
            .toList();
    assertThat(shown).as("types outside of the API that its signatures name").isEmpty();
  }

  private static boolean isPublic(JavaClass one) {
    return one.getModifiers().contains(JavaModifier.PUBLIC);
  }

  /** The types that a user of a class meets. */
  private static Stream<JavaClass> shownBy(JavaClass one) {
    Stream<JavaClass> ancestors =
        Stream.concat(one.getRawInterfaces().stream(), one.getRawSuperclass().stream());
    Stream<JavaClass> ofCalls =
        one.getCodeUnits().stream()
            .filter(call -> isShown(call.getModifiers()))
            .flatMap(
                call ->
                    Stream.of(
                            call.getRawParameterTypes().stream(),
                            Stream.of(call.getRawReturnType()),
                            call.getThrowsClause().getTypes().stream())
                        .flatMap(types -> types));
    Stream<JavaClass> ofFields =
        one.getFields().stream()
            .filter(field -> isShown(field.getModifiers()))
            .map(JavaField::getRawType);
    return Stream.of(ancestors, ofCalls, ofFields)
        .flatMap(types -> types)
        .map(JavaClass::getBaseComponentType);
  }

  private static boolean isShown(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  @Test
  void theApiIsNamedWhereUsersLook() throws IOException {
    Path project = Path.of(System.getProperty("anteroom.project"));
    for (String place :
        List.of("src/main/java/io/anteroom/package-info.java", "src/docs/plugins.md")) {
      String text = Files.readString(project.resolve(place)).replaceAll("\\s+\\*?\\s*", " ");
      assertThat(API.stream().filter(name -> !name.equals("io.anteroom")))
          .allSatisfy(name -> assertThat(text).as(place).contains(name));
    }
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

  /** The root's own is empty. */
  private static String name(String packageName) {
    return packageName.substring(Math.min(ROOT.length(), packageName.length()));
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
