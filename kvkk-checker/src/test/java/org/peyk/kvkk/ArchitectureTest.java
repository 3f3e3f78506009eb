package org.peyk.kvkk;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.peyk.kvkk");

    @Test
    void theScannerDependsOnTheJdkTheInterfacesAndJsoup() {
        classes()
                .that()
                .resideInAnyPackage("org.peyk.kvkk", "org.peyk.kvkk.internal..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations",
                        "org.jsoup..",
                        "org.peyk.spi..",
                        "org.peyk.kvkk",
                        "org.peyk.kvkk.internal..")
                .check(CLASSES);
    }

    @Test
    void nothingUsesRegularExpressions() {
        noClasses()
                .that()
                .resideInAnyPackage("org.peyk.kvkk", "org.peyk.kvkk.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.regex")
                .check(CLASSES);
    }

    @Test
    void onlyTheHtmlRoomKnowsJsoup() {
        noClasses()
                .that()
                .resideInAnyPackage("org.peyk.kvkk", "org.peyk.kvkk.internal..")
                .and()
                .haveSimpleNameNotStartingWith("Html")
                .and()
                .haveSimpleNameNotStartingWith("Piece")
                .and()
                .haveSimpleNameNotEndingWith("Collector")
                .and()
                .haveSimpleNameNotEndingWith("Finder")
                .and()
                .haveSimpleNameNotEndingWith("Open")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jsoup..")
                .check(CLASSES);
    }
}
