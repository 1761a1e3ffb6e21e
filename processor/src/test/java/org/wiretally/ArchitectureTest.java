package org.wiretally;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The functional core stays free of its shell. */
@AnalyzeClasses(packages = "org.wiretally", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesThatDecideKnowNeitherKafkaNorAvro =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.wiretally.topology..", "org.wiretally.schemas..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.apache.avro..",
              "io.confluent..",
              "com.fasterxml.jackson..",
              "org.wiretally.schemas..",
              "org.wiretally.topology..")
          .because("the packages that decide are pure Java (DESIGN: shape of the code)");

  @ArchTest
  static final ArchRule packagesThatDecideReadNoClock =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.wiretally.topology..", "org.wiretally.schemas..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .because("event time decides; clocks live at the edges");
}
