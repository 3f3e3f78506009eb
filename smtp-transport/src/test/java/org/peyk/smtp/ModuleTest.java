package org.peyk.smtp;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** What this module may see, and that both ways of finding its plugins say the same. */
class ModuleTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.peyk.smtp");

    @Test
    void seesOnlyTheSpiAndTheMailLibraries() {
        classes()
                .that()
                .resideInAPackage("org.peyk.smtp..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.peyk.smtp..",
                        "org.peyk.spi..",
                        "java..",
                        "javax.net..",
                        "javax.naming..",
                        "jakarta.mail..",
                        "org.eclipse.angus.mail..",
                        "org.slf4j..",
                        "org.jspecify.annotations..")
                .check(OURS);
    }

    @Test
    void doesNotKnowTheCore() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "belong to the core",
                        (JavaClass c) -> c.getPackageName().equals("org.peyk")
                                || c.getPackageName().startsWith("org.peyk.internal")
                                || c.getPackageName().startsWith("org.peyk.policy")))
                .check(OURS);
    }

    @Test
    void onlyTheWireSpeaksSmtpAndOnlyIncomingSpeaksImap() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.peyk.smtp.internal.wire")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.angus.mail.smtp..")
                .check(OURS);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.peyk.smtp.internal.incoming")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.angus.mail.imap..")
                .check(OURS);
        slices().matching("org.peyk.smtp.internal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }

    @Test
    void bothListsOfPluginsAgree() throws IOException {
        ModuleDescriptor module;
        try (InputStream in = resource("/module-info.class")) {
            module = ModuleDescriptor.read(in);
        }
        assertThat(module.name()).isEqualTo("org.peyk.smtp");
        assertThat(module.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("org.peyk.smtp");
        assertThat(module.provides()).hasSize(2);
        for (ModuleDescriptor.Provides provided : module.provides()) {
            try (InputStream in = resource("/META-INF/services/" + provided.service())) {
                String listed = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(listed.lines()).containsExactlyElementsOf(provided.providers());
            }
        }
    }

    private static InputStream resource(String name) {
        // the descriptor of this module, not of one of the libraries
        try {
            return Objects.requireNonNull(SmtpTransport.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation())
                    .toURI()
                    .resolve(name.substring(1))
                    .toURL()
                    .openStream();
        } catch (IOException | java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
