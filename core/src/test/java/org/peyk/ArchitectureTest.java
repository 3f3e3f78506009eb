package org.peyk;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Which room may touch which. */
class ArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.peyk");

    @Test
    void coreKnowsNeitherMailNorDocumentsNorItsPlugins() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.mail..",
                        "org.eclipse.angus..",
                        "org.apache.poi..",
                        "org.apache.pdfbox..",
                        "org.springframework..",
                        "org.peyk.smtp..",
                        "org.peyk.kvkk..")
                .check(CORE);
    }

    @Test
    void decidingReadsAndWritesNothing() {
        noClasses()
                .that()
                .resideInAPackage("org.peyk.internal.lifecycle..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "java.io..", "java.nio.file..", "java.net..", "org.slf4j..")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(CORE);
        noClasses()
                .that()
                .resideInAPackage("org.peyk.internal.lifecycle..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.peyk.internal.store..",
                        "org.peyk.internal.delivery..",
                        "org.peyk.internal.reply..",
                        "org.peyk.internal.check..",
                        "org.peyk.internal.plugin..")
                .check(CORE);
    }

    @Test
    void sqlStaysInTheStore() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.peyk.internal.store..", "org.peyk.audience..", "org.peyk.directory..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.PreparedStatement")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.Statement")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.ResultSet")
                .check(CORE);
    }

    @Test
    void whatPeopleDoAndWhatIsSentDoNotKnowTheFrontDoor() {
        noClasses()
                .that()
                .resideInAPackage("org.peyk.internal..")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameStartingWith("MailProcess")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.peyk.Requests")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.peyk.Preparation")
                .check(CORE);
    }

    @Test
    void nothingIsCalledHelper() {
        classes()
                .should()
                .haveNameNotMatching(".*(Utils?|Helper|Manager|Impl)$")
                .check(CORE);
    }
}
