package org.peyk.kvkk;

import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.peyk.spi.check.ContentCheck;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceTest {

    private static final String SERVICE = "org.peyk.spi.check.ContentCheck";

    @Test
    void theCheckIsFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ContentCheck.class)).hasAtLeastOneElementOfType(KvkkCheck.class);
    }

    @Test
    void bothListsOfServicesAgree() throws Exception {
        ClassLoader loader = KvkkCheck.class.getClassLoader();
        List<String> onTheClassPath;
        try (InputStream in = loader.getResourceAsStream("META-INF/services/" + SERVICE)) {
            assertThat(in).isNotNull();
            onTheClassPath = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        Path classes = Path.of(KvkkCheck.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ModuleDescriptor module;
        try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
            module = ModuleDescriptor.read(in);
        }
        assertThat(module.provides().stream()
                        .filter(p -> p.service().equals(SERVICE))
                        .flatMap(p -> p.providers().stream()))
                .containsExactlyElementsOf(onTheClassPath);
    }

    @Test
    void theCheckSaysWhoItIs() {
        assertThat(new KvkkCheck().info().name()).isEqualTo("kvkk");
    }
}
