package io.permanence.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The rules of the house, each with its reason. */
@AnalyzeClasses(
    packages = "io.permanence",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {
  @ArchTest
  static final ArchRule DECISIONS_ARE_PURE =
      classes()
          .that()
          .resideInAnyPackage(
              "io.permanence.routing..",
              "io.permanence.callrouter.desk",
              "io.permanence.sync.plan..",
              "io.permanence.push.plan..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "org.jspecify..",
                  "io.permanence.model..",
                  "io.permanence.routing..",
                  "io.permanence.callrouter.desk",
                  "io.permanence.sync.plan..",
                  "io.permanence.push.plan.."))
          .because("a decision is tested as a table: it must not need anything that runs");

  @ArchTest
  static final ArchRule THE_MODEL_KNOWS_NO_FRAMEWORK =
      classes()
          .that()
          .resideInAPackage("io.permanence.model..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "org.jspecify..",
                  "com.google.i18n.phonenumbers..",
                  "com.github.f4b6a3.uuid..",
                  "io.permanence.model.."))
          .because("every pure decision stands on it");

  @ArchTest
  static final ArchRule TIME_IS_AN_ARGUMENT =
      noClasses()
          .that(not(resideInAnyPackage("io.permanence.testing..", "io.permanence.runtime.node..")))
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now")
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("one shifted clock at the edge moves everything, in tests and in the demo");

  @ArchTest
  static final ArchRule ONLY_THE_STORE_SEES_SQL =
      noClasses()
          .that(not(resideInAnyPackage("io.permanence.store..", "io.permanence.testing..")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.hibernate..",
                  "jakarta.persistence..",
                  "io.vertx.sqlclient..",
                  "io.vertx.pgclient..",
                  "org.flywaydb..",
                  "java.sql.."))
          .because("tenancy and ownership are kept in one place");

  @ArchTest
  static final ArchRule NO_SESSION_LEAVES_THE_STORE =
      noClasses()
          .that(not(resideInAnyPackage("io.permanence.store..")))
          .should()
          .callMethodWhere(
              com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                      com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                          nameMatching("io\\.permanence\\.store\\.Tx")))
                  .and(
                      com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                          nameMatching("session|rows|execute|future"))))
          .because("records go in and come out; SQL stays inside");

  @ArchTest
  static final ArchRule ASTERISK_HAS_TWO_ADAPTERS =
      only(
          "org.asteriskjava..", "io.permanence.callrouter.agi..", "io.permanence.callrouter.ami..");

  @ArchTest
  static final ArchRule FIREBASE_HAS_ONE_ADAPTER =
      only("com.google.firebase..", "io.permanence.push.fcm..");

  @ArchTest
  static final ArchRule GOOGLE_HAS_ONE_ADAPTER =
      only("com.google.api..", "io.permanence.sync.google..", "io.permanence.push.fcm..");

  @ArchTest
  static final ArchRule GOOGLE_SIGN_IN_HAS_ONE_ADAPTER =
      only("com.google.auth..", "io.permanence.sync.google..", "io.permanence.push.fcm..");

  @ArchTest
  static final ArchRule MAIL_HAS_ONE_ADAPTER =
      only("io.vertx.ext.mail..", "io.permanence.push.email..");

  @ArchTest
  static final ArchRule CRYPTOGRAPHY_HAS_ONE_ADAPTER =
      only("org.bouncycastle..", "io.permanence.identity..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("io.permanence.(**)")
          .should()
          .beFreeOfCycles()
          .because("a room that needs the room that needs it is one room");

  @ArchTest
  static final ArchRule MODULES_MEET_IN_THE_STORE_ONLY =
      slices()
          .matching("io.permanence.(callrouter|portal|sync|push)..")
          .should()
          .notDependOnEachOther()
          .because("any module can run alone");

  @ArchTest
  static final ArchRule NAMES_ARE_WORDS_OF_THE_TRADE =
      noClasses()
          .that(not(resideInAnyPackage("io.permanence.testing..")))
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Dto")
          .orShould()
          .haveSimpleNameEndingWith("Processor")
          .orShould()
          .haveSimpleNameStartingWith("Abstract")
          .because("such a name says nothing about what it is for");

  @ArchTest
  static final ArchRule EVERY_PACKAGE_DECLARES_NULL =
      classes()
          .should(liveInANullMarkedPackage())
          .because("null is declared, and the compiler checks it only there");

  @ArchTest
  static final ArchRule A_MODULES_ROOT_SHOWS_THREE_CLASSES =
      classes()
          .that()
          .resideInAnyPackage(
              "io.permanence.callrouter",
              "io.permanence.portal",
              "io.permanence.sync",
              "io.permanence.push")
          .and()
          .areTopLevelClasses()
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .haveNameMatching(".*(Main|Verticle|Settings)")
          .because("whoever opens a module sees how it starts and what it needs, and nothing else");

  private static ArchRule only(String library, String... adapters) {
    return noClasses()
        .that(
            not(resideInAnyPackage(adapters))
                .and(not(resideInAnyPackage("io.permanence.testing.."))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(library))
        .because("a library that may change or vanish is touched in one place");
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        JavaPackage home = type.getPackage();
        boolean marked =
            home.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        if (!marked) {
          events.add(SimpleConditionEvent.violated(type, home.getName() + " has no package-info"));
        }
      }
    };
  }
}
