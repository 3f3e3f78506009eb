package org.peyk.audience;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/** A university's directory service within the test, whose entries are in no order. */
final class DirectoryServer implements AutoCloseable {

    static final String BASE = "dc=ornek,dc=edu,dc=tr";
    static final String READER = "cn=okuyucu";
    static final String SECRET = "çok gizli";

    final InMemoryDirectoryServer server;

    DirectoryServer(int most, @Nullable SSLSocketFactory tls) {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.addAdditionalBindCredentials(READER, SECRET);
            config.setAuthenticationRequiredOperationTypes();
            config.setMaxSizeLimit(most);
            config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("test", null, 0, tls));
            server = new InMemoryDirectoryServer(config);
            server.add(new Entry("dn: " + BASE, "objectClass: domain", "dc: ornek"));
            server.add(new Entry("dn: ou=kisi," + BASE, "objectClass: organizationalUnit", "ou: kisi"));
            server.startListening();
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "ldap://localhost:" + server.getListenPort();
    }

    /** People in a random order, with one seed. */
    DirectoryServer people(int n) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(20_261_124));
        order.forEach(this::add);
        return this;
    }

    void add(int i) {
        add(
                "uid=k" + i,
                "employeeNumber: " + (1000 + i),
                "mail: isil" + i + "@ornek.edu.tr",
                "displayName: Işıl Öğüt " + i,
                "departmentNumber: " + (i % 3 == 0 ? "müh" : "fen"));
    }

    void add(String rdn, String... attributes) {
        List<String> lines = new ArrayList<>(
                List.of("dn: " + rdn + ",ou=kisi," + BASE, "objectClass: inetOrgPerson", "cn: Ad Soyad", "sn: Soyad"));
        lines.addAll(List.of(attributes));
        try {
            server.add(new Entry(lines.toArray(String[]::new)));
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    void remove(String rdn) {
        try {
            server.delete(rdn + ",ou=kisi," + BASE);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    static LdapRecipientSource.Builder source(String url) {
        return LdapRecipientSource.builder("ldap", url)
                .group(
                        "akademik",
                        LocalizedText.of("Akademik", "Academic"),
                        "ou=kisi," + BASE,
                        "(objectClass=inetOrgPerson)")
                .filterable("departmentNumber")
                .signIn(READER, SECRET::toCharArray)
                .protocolPage(10);
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
