package io.anteroom.measure.flight;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.anteroom.scenario.ShippedText;
import io.anteroom.scenario.Spelling;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IndependenceTest {
  @Test
  void dependsOnNothingElseOfAnteroomButSpellingAndShippedText() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "io.anteroom.measure.flight..",
                    "java..",
                    "javax.xml.stream..",
                    "jdk.jfr..",
                    "org.HdrHistogram..",
                    "org.jspecify..")
                .or(type(Spelling.class))
                .or(type(ShippedText.class)))
        .check(
            new ClassFileImporter()
                .importPath(
                    Path.of(
                        System.getProperty("anteroom.project"),
                        "target",
                        "classes",
                        "io",
                        "anteroom",
                        "measure",
                        "flight")));
  }
}
