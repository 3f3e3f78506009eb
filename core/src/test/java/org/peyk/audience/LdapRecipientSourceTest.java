package org.peyk.audience;

import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** People of a directory service as recipients. */
class LdapRecipientSourceTest {

    private static final Selection ALL = Selection.of("ldap", "akademik");
    private static final String PIN = "changeit";

    @TempDir
    Path keys;

    private static void fails(ThrowingCallable call, String code, String... hidden) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RecipientSourceException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            String said = e.getMessage() + e.text();
            assertThat(said).doesNotContain(DirectoryServer.SECRET);
            for (String h : hidden) {
                assertThat(said).doesNotContain(h);
            }
        });
    }

    @Test
    void attributesBecomePersonsAndOfSeveralValuesTheFirstByTheAlphabetCounts() throws Exception {
        try (DirectoryServer directory = new DirectoryServer(0, null)) {
            directory.add(
                    "uid=a",
                    "employeeNumber: 17",
                    "mail: z@ornek.edu.tr",
                    "mail: b@ornek.edu.tr",
                    "mobile: +90 555 111 22 33",
                    "preferredLanguage: en-GB",
                    "displayName: Çiğdem Işık",
                    "departmentNumber: fen");
            directory.add("uid=b", "mail: anahtarsiz@ornek.edu.tr");
            RecipientPage page = DirectoryServer.source(directory.url()).build().page(ALL, null, 10);
            Recipient r = page.recipients().get(0);
            assertThat(r.person()).isEqualTo(PersonId.of("17"));
            assertThat(r.addresses())
                    .isEqualTo(Map.of(Channel.MAIL, "b@ornek.edu.tr", Channel.SMS, "+90 555 111 22 33"));
            assertThat(r.displayName()).isEqualTo("Çiğdem Işık");
            assertThat(r.language()).isEqualTo(java.util.Locale.UK);
            assertThat(r.attributes()).isEqualTo(Map.of("departmentNumber", "fen"));
            assertThat(r.groups()).isEqualTo(Set.of("akademik"));
            assertThat(page.rejected()).extracting(x -> x.code()).containsExactly("ROW-PERSON");
            assertThat(page.toString() + page.rejected()).doesNotContain("anahtarsiz", "ornek");
        }
    }

    @Test
    void aFilterIsAValueAndNeverAPartOfTheFilter() throws Exception {
        try (DirectoryServer directory = new DirectoryServer(0, null).people(30)) {
            LdapRecipientSource source = DirectoryServer.source(directory.url()).build();
            assertThat(source.count(new Selection("ldap", "akademik", Map.of("DepartmentNumber", "müh"))))
                    .isEqualTo(10);
            for (String value : List.of("*", "m*", "müh)(uid=*", "müh\\", "\0", "(")) {
                assertThat(source.count(new Selection("ldap", "akademik", Map.of("departmentNumber", value))))
                        .as(value)
                        .isZero();
            }
            fails(
                    () -> source.count(new Selection("ldap", "akademik", Map.of("userPassword", "x"))),
                    LdapRecipientSource.LDAP_FILTER);
        }
    }

    @Test
    void aKeyThatTwoEntriesHaveIsRefusedAndNobodyIsSkippedSilently() {
        try (DirectoryServer directory = new DirectoryServer(0, null).people(30)) {
            directory.add("uid=ikinci", "employeeNumber: 1007", "mail: ikinci@ornek.edu.tr");
            LdapRecipientSource source = DirectoryServer.source(directory.url()).build();
            fails(() -> source.page(ALL, null, 10), LdapRecipientSource.LDAP_KEYS, "1007", "ikinci");
        }
    }

    @Test
    void aServerThatGivesNotAllIsAFailureAndNotAShorterList() {
        try (DirectoryServer directory = new DirectoryServer(20, null).people(30)) {
            LdapRecipientSource source =
                    DirectoryServer.source(directory.url()).protocolPage(1000).build();
            fails(() -> source.count(ALL), LdapRecipientSource.LDAP_FAILED);
        }
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt() {
        try (DirectoryServer directory = new DirectoryServer(0, null).people(3)) {
            LdapRecipientSource wrong = DirectoryServer.source(directory.url())
                    .signIn(DirectoryServer.READER, "yanlış parola"::toCharArray)
                    .build();
            fails(() -> wrong.count(ALL), LdapRecipientSource.LDAP_FAILED, "yanlış", "okuyucu");
            LdapRecipientSource empty = DirectoryServer.source(directory.url())
                    .signIn(DirectoryServer.READER, () -> new char[0])
                    .build();
            fails(() -> empty.count(ALL), LdapRecipientSource.LDAP_FAILED);
            assertThat(wrong.toString()).isEqualTo("LdapRecipientSource[ldap]");
        }
    }

    @Test
    void aPasswordLeavesOverAnEncryptedLineAlone() {
        assertThatThrownBy(() ->
                        DirectoryServer.source("ldap://dizin.ornek.edu.tr").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ldaps");
        assertThat(DirectoryServer.source("ldaps://dizin.ornek.edu.tr").build().name())
                .isEqualTo("ldap");
        assertThat(DirectoryServer.source("ldap://dizin.ornek.edu.tr")
                        .startTls(true)
                        .build()
                        .name())
                .isEqualTo("ldap");
        for (String url : List.of("http://x", "ldap:///", "ldap://kim:parola@x")) {
            assertThatThrownBy(() -> DirectoryServer.source(url)).isInstanceOf(IllegalArgumentException.class);
        }
        try (DirectoryServer plain = new DirectoryServer(0, null).people(3)) {
            LdapRecipientSource source =
                    DirectoryServer.source(plain.url()).startTls(true).build();
            fails(() -> source.count(ALL), LdapRecipientSource.LDAP_FAILED);
        }
    }

    @Test
    void startTlsEncryptsAndChecksWhomItTrustsAndWhoseNameItIs() throws Exception {
        for (String name : List.of("localhost", "baska.ornek.edu.tr")) {
            SSLUtil server = new SSLUtil(
                    new KeyStoreKeyManager(certificate(name), PIN.toCharArray(), "PKCS12", null),
                    new TrustAllTrustManager());
            try (DirectoryServer directory = new DirectoryServer(0, server.createSSLSocketFactory()).people(12)) {
                LdapRecipientSource untrusted =
                        DirectoryServer.source(directory.url()).startTls(true).build();
                fails(() -> untrusted.count(ALL), LdapRecipientSource.LDAP_FAILED);
                LdapRecipientSource trusted = DirectoryServer.source(directory.url())
                        .startTls(true)
                        .sslContext(new SSLUtil(new TrustAllTrustManager()).createSSLContext())
                        .build();
                if (name.equals("localhost")) {
                    assertThat(trusted.page(ALL, "1003", 4).recipients())
                            .extracting(r -> r.person().value())
                            .containsExactly("1004", "1005", "1006", "1007");
                } else {
                    fails(() -> trusted.count(ALL), LdapRecipientSource.LDAP_FAILED);
                }
            }
        }
    }

    /** A key store with a certificate that nobody has signed, made by the tool of the JDK. */
    private File certificate(String name) throws IOException, InterruptedException {
        Path store = keys.resolve(name + ".p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "ldap",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PIN)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(tool.exitValue()).isZero();
        return store.toFile();
    }

    @Test
    void manyPeopleComeInPagesOfAnySizeOnce() throws Exception {
        try (DirectoryServer directory = new DirectoryServer(0, null).people(537)) {
            LdapRecipientSource source =
                    DirectoryServer.source(directory.url()).protocolPage(100).build();
            List<String> got = Stream.iterate(source.page(ALL, null, 100), p -> p != null, p -> next(source, p))
                    .flatMap(p -> p.recipients().stream())
                    .map(r -> r.person().value())
                    .toList();
            assertThat(got).hasSize(537).isSorted().doesNotHaveDuplicates();
        }
    }

    private static @org.jspecify.annotations.Nullable RecipientPage next(LdapRecipientSource source, RecipientPage p) {
        try {
            return p.next() == null ? null : source.page(ALL, p.next(), 100);
        } catch (RecipientSourceException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
