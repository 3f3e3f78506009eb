package org.peyk.audience;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import javax.naming.Context;
import javax.naming.InterruptedNamingException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.PartialResultException;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.Control;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.LdapContext;
import javax.naming.ldap.PagedResultsControl;
import javax.naming.ldap.PagedResultsResponseControl;
import javax.naming.ldap.StartTlsRequest;
import javax.naming.ldap.StartTlsResponse;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.recipient.RecipientSourceException;

/** Connects to a directory service and reads all entries of a search, by pages of the protocol (RFC 2696). */
final class LdapConnector {

    private final URI url;
    private final boolean startTls;
    private final @Nullable SSLContext ssl;
    private final @Nullable String user;
    private final @Nullable Supplier<char[]> password;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final int protocolPage;

    LdapConnector(
            URI url,
            boolean startTls,
            @Nullable SSLContext ssl,
            @Nullable String user,
            @Nullable Supplier<char[]> password,
            Duration connectTimeout,
            Duration readTimeout,
            int protocolPage) {
        this.url = url;
        this.startTls = startTls;
        this.ssl = ssl;
        this.user = user;
        this.password = password;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
        this.protocolPage = protocolPage;
    }

    /** Takes the entries one by one. */
    interface Sink {
        void take(LdapEntry entry) throws RecipientSourceException;
    }

    /** Reads every entry of a search. */
    void each(String source, String base, String filter, Set<String> attributes, Sink sink)
            throws RecipientSourceException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try (Line line = open()) {
            search(line.context(), base, filter, attributes, sink);
        } catch (InterruptedNamingException e) {
            InterruptedException stop = new InterruptedException();
            stop.initCause(e);
            throw stop;
        } catch (NamingException | IOException | RuntimeException e) {
            throw new RecipientSourceException(
                    LdapRecipientSource.LDAP_FAILED,
                    LocalizedText.of(
                            "Dizin hizmeti sorgulanamadı (kaynak: " + source
                                    + "); erişimi, oturum bilgilerini ve grubun dalı ile süzgecini denetleyin.",
                            "The directory service could not be asked (source: " + source
                                    + "); check access, sign-in, and the group's branch and filter."),
                    e);
        }
    }

    // values are taken as text alone: no object is asked for, so none is deserialised
    @SuppressWarnings("BanJNDI")
    private void search(LdapContext context, String base, String filter, Set<String> attributes, Sink sink)
            throws NamingException, IOException, RecipientSourceException, InterruptedException {
        SearchControls controls = new SearchControls();
        controls.setSearchScope(SearchControls.SUBTREE_SCOPE);
        controls.setReturningAttributes(attributes.toArray(String[]::new));
        controls.setReturningObjFlag(false);
        controls.setDerefLinkFlag(false);
        byte[] cookie = null;
        do {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            context.setRequestControls(
                    new Control[] {new PagedResultsControl(protocolPage, cookie, Control.NONCRITICAL)});
            NamingEnumeration<SearchResult> found = context.search(base, filter, controls);
            try {
                while (more(found)) {
                    sink.take(LdapEntry.of(found.next().getAttributes()));
                }
            } finally {
                found.close();
            }
            cookie = cookie(context.getResponseControls());
        } while (cookie != null && cookie.length > 0);
    }

    /** A server may end with pointers to other servers, which are not followed; its own entries are complete by then. */
    private static boolean more(NamingEnumeration<SearchResult> found) throws NamingException {
        try {
            return found.hasMore();
        } catch (PartialResultException e) {
            return false;
        }
    }

    private static byte @Nullable [] cookie(Control @Nullable [] controls) {
        if (controls != null) {
            for (Control c : controls) {
                if (c instanceof PagedResultsResponseControl paged) {
                    return paged.getCookie();
                }
            }
        }
        return null;
    }

    /** A connection, encrypted if it is to be. */
    private record Line(LdapContext context, @Nullable StartTlsResponse tls) implements AutoCloseable {
        @Override
        public void close() throws NamingException, IOException {
            try {
                if (tls != null) {
                    tls.close();
                }
            } finally {
                context.close();
            }
        }
    }

    // JNDI demands a hash table
    @SuppressWarnings("JdkObsolete")
    private Line open() throws NamingException, IOException {
        Hashtable<String, Object> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        settings.put(Context.PROVIDER_URL, url.getScheme() + "://" + url.getRawAuthority());
        settings.put(Context.REFERRAL, "ignore");
        settings.put("java.naming.ldap.version", "3");
        settings.put("com.sun.jndi.ldap.connect.timeout", Long.toString(connectTimeout.toMillis()));
        settings.put("com.sun.jndi.ldap.read.timeout", Long.toString(readTimeout.toMillis()));
        if (!startTls) {
            char[] secret = signIn(settings);
            try {
                return new Line(new InitialLdapContext(settings, null), null);
            } finally {
                Arrays.fill(secret, '\0');
            }
        }
        settings.put(Context.SECURITY_AUTHENTICATION, "none");
        LdapContext context = new InitialLdapContext(settings, null);
        try {
            return encrypted(context);
        } catch (NamingException | IOException | RuntimeException e) {
            context.close();
            throw e;
        }
    }

    @SuppressWarnings("JdkObsolete")
    private Line encrypted(LdapContext context) throws NamingException, IOException {
        StartTlsResponse tls = (StartTlsResponse) context.extendedOperation(new StartTlsRequest());
        if (ssl == null) {
            tls.negotiate();
        } else {
            tls.negotiate(ssl.getSocketFactory());
        }
        Hashtable<String, Object> settings = new Hashtable<>();
        char[] secret = signIn(settings);
        try {
            for (String setting : settings.keySet()) {
                context.addToEnvironment(setting, settings.get(setting));
            }
            context.reconnect(null);
        } finally {
            Arrays.fill(secret, '\0');
        }
        return new Line(context, tls);
    }

    /** Puts who signs in among the settings; gives the password, to be overwritten. */
    private char[] signIn(Hashtable<String, Object> settings) {
        if (user == null || password == null) {
            settings.put(Context.SECURITY_AUTHENTICATION, "none");
            return new char[0];
        }
        char[] secret = password.get();
        if (secret.length == 0) {
            // a simple bind without a password is an anonymous one (RFC 4513 section 5.1.2), which would find less and
            // say nothing
            throw new IllegalStateException("the password is empty");
        }
        settings.put(Context.SECURITY_AUTHENTICATION, "simple");
        settings.put(Context.SECURITY_PRINCIPAL, user);
        settings.put(Context.SECURITY_CREDENTIALS, secret);
        return secret;
    }

    /** A value as it may stand in a filter (RFC 4515 section 3): whatever is no letter or digit of ASCII, by its bytes. */
    static String escaped(String value) {
        StringBuilder b = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    (octet >= '0' && octet <= '9') || (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
            if (plain) {
                b.append((char) octet);
            } else {
                b.append(String.format(Locale.ROOT, "\\%02x", octet));
            }
        }
        return b.toString();
    }
}
