package org.peyk.spring;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.ConfigurationException;
import org.peyk.MailProcess;
import org.peyk.SendingConfig;
import org.peyk.SignedReturnPath;
import org.peyk.UnsubscribeLinks;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Directory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** How sending works, said in properties. */
class SendingPropertiesTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String SECRET = Base64.getEncoder().encodeToString(KEY);
    private static final String LINK = "https://duyuru.ornek.edu.tr/ayril?m={token}";

    @TempDir
    Path directory;

    private ApplicationContextRunner portal(String... properties) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(PeykAutoConfiguration.class))
                .withPropertyValues(
                        "peyk.node=node-1",
                        "peyk.discover-plugins=false",
                        "peyk.auto-start=false",
                        "peyk.store-directory=" + directory.resolve("own"))
                .withPropertyValues(properties)
                .withBean(
                        Directory.class,
                        () -> StaticDirectory.builder()
                                .person(PersonId.of("P-1"), "Talep Eden", UnitId.of("U-1"), null)
                                .build());
    }

    @Test
    void nothingSaidIsTheDefault() {
        portal().run(context -> {
            assertThat(context).hasSingleBean(MailProcess.class);
            assertThat(context.getBean(SendingConfig.class)).isEqualTo(SendingConfig.defaults());
        });
    }

    @Test
    void everySettingArrives() {
        portal(
                        "peyk.sending.connections=7",
                        "peyk.sending.return-path=geri@ornek.edu.tr",
                        "peyk.sending.message-id-domain=posta.ornek.edu.tr",
                        "peyk.sending.signed-return-path=donus@ornek.edu.tr",
                        "peyk.sending.unsubscribe-link=" + LINK,
                        "peyk.sending.unsubscribe-purposes=celebration,call",
                        "peyk.sending.secret=" + SECRET)
                .run(context -> {
                    SendingConfig config = context.getBean(SendingConfig.class);
                    assertThat(config.connections()).isEqualTo(7);
                    assertThat(config.returnPath()).isEqualTo("geri@ornek.edu.tr");
                    assertThat(config.messageIdDomain()).isEqualTo("posta.ornek.edu.tr");
                    SignedReturnPath paths = config.signedReturnPath();
                    assertThat(paths).isNotNull();
                    assertThat(paths.forDelivery(7))
                            .isEqualTo(SignedReturnPath.of("donus@ornek.edu.tr", KEY)
                                    .forDelivery(7));
                    UnsubscribeLinks links = config.unsubscribe();
                    assertThat(links).isNotNull();
                    assertThat(links.forDelivery(7))
                            .isEqualTo(UnsubscribeLinks.of(LINK, KEY).forDelivery(7));
                    assertThat(links.purposes()).containsExactlyInAnyOrder(Purpose.CELEBRATION, Purpose.CALL);
                    assertThat(context.getBean(PeykProperties.class).toString()).doesNotContain(SECRET);
                });
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnceWithoutTheSecret() {
        portal(
                        "peyk.sending.connections=0",
                        "peyk.sending.signed-return-path=no address",
                        "peyk.sending.unsubscribe-link=http://duyuru.ornek.edu.tr/",
                        "peyk.sending.secret=gizli")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                            assertThat(e.problems()).hasSize(4);
                            assertThat(e).hasMessageNotContaining("gizli");
                        }));
    }

    @Test
    void whatNeedsTheSecretSaysSo() {
        portal("peyk.sending.signed-return-path=donus@ornek.edu.tr", "peyk.sending.unsubscribe-purposes=call")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(
                                ConfigurationException.class,
                                e -> assertThat(e.problems()).hasSize(2)));
    }

    @Test
    void aBeanOfTheApplicationGoesBeforeThem() {
        SendingConfig own = SendingConfig.builder().connections(2).build();
        portal("peyk.sending.connections=7")
                .withBean(SendingConfig.class, () -> own)
                .run(context -> assertThat(context.getBean(SendingConfig.class)).isSameAs(own));
    }
}
