package org.peyk.spi;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

class ArchitectureTest {

    @Test
    void dependsOnTheJdkAloneAndOnAnnotations() {
        classes()
                .that()
                .resideInAPackage("org.peyk.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.peyk.spi..", "java..", "org.jspecify.annotations..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.peyk.spi"));
    }
}
