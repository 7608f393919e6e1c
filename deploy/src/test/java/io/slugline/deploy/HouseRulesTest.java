package io.slugline.deploy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules that Maven's module graph cannot see. */
class HouseRulesTest {
  private static JavaClasses ours = new ClassFileImporter().importClasses();

  @BeforeAll
  static void read() {
    ours =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.slugline");
  }

  @Test
  void stagesMeetOnTopicsOnly() {
    slices()
        .matching("io.slugline.(ingest|enrich|alerting)..")
        .should()
        .notDependOnEachOther()
        .check(ours);
  }

  @Test
  void noPackageHasANameThatSaysNothing() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..",
            "..utils..",
            "..common..",
            "..impl..",
            "..helper..",
            "..manager..",
            "..service..")
        .check(ours);
  }

  @Test
  void matchingTextAndFormatsKnowNoKafka() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.slugline.alerting.watch..",
            "io.slugline.enrich.text..",
            "io.slugline.enrich.token..",
            "io.slugline.enrich.entity..",
            "io.slugline.enrich.gazetteer..",
            "io.slugline.enrich.keyword..",
            "io.slugline.enrich.language..",
            "io.slugline.enrich.story..",
            "io.slugline.ingest.format..",
            "io.slugline.ingest.inbox..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..")
        .check(ours);
  }

  @Test
  void onlyDeployReadsTheEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.slugline.deploy..")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(ours);
  }

  @Test
  void onlyEnrichKnowsOpenNlp() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.slugline.contract..", "io.slugline.ingest..", "io.slugline.alerting..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("opennlp..")
        .check(ours);
  }
}
