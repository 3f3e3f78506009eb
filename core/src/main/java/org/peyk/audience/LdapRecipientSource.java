package org.peyk.audience;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.recipient.RecipientSourceException;
import org.peyk.spi.recipient.RejectedRow;

/**
 * Recipients of a directory service (LDAP version 3): each group is a branch and a filter of the administrator's own, such as
 * {@code (&(objectClass=person)(employeeType=akademik))}. A selection may filter further by attributes that were named before.
 *
 * <p>The cursor is the key of the last person, so that it holds after a restart and people who join or leave do not move it. Servers give no
 * stable order of their own, and few can be trusted with another one: each page reads the group once, by pages of the protocol (RFC 2696),
 * and keeps the few people that come next by their keys. So a page costs a reading of the group, and memory stays at one page of people.
 *
 * <p>A password leaves over an encrypted line or to this very machine only: by {@code ldaps://}, or by StartTLS (RFC 4511 section 4.14). Certificates are
 * checked with their names. Referrals are not followed. Each call uses a connection of its own. Thread-safe.
 */
public final class LdapRecipientSource implements RecipientSource {

    /** The directory service could not be asked. */
    public static final String LDAP_FAILED = "LDAP-FAILED";

    /** Two entries of a group have the same key. */
    public static final String LDAP_KEYS = "LDAP-KEYS";

    /** There is no such group. */
    public static final String LDAP_GROUP = "LDAP-GROUP";

    /** A filter names an attribute that was not allowed before. */
    public static final String LDAP_FILTER = "LDAP-FILTER";

    private final String name;
    private final LdapConnector connector;
    private final Map<RecipientColumn, String> columns;
    private final Map<String, String> filterable;
    private final Set<String> attributes;
    private final Map<String, Group> groups;

    private record Group(LocalizedText label, String base, String filter) {}

    private LdapRecipientSource(Builder b) {
        this.name = b.name;
        this.connector = new LdapConnector(
                b.url, b.startTls, b.ssl, b.user, b.password, b.connectTimeout, b.readTimeout, b.protocolPage);
        this.columns = new EnumMap<>(b.columns);
        this.filterable = new LinkedHashMap<>();
        b.filterable.forEach(a -> filterable.put(folded(a), a));
        this.attributes = new LinkedHashSet<>(b.attributes);
        this.groups = new LinkedHashMap<>(b.groups);
    }

    private static String folded(String attribute) {
        return attribute.toLowerCase(Locale.ROOT);
    }

    /**
     * Starts a source without groups, in which a person's key is {@code employeeNumber}, the address {@code mail}, the number
     * {@code mobile}, the name {@code displayName} and the language {@code preferredLanguage}.
     *
     * @param name the name that selections use
     * @param url where the service is: {@code ldaps://host[:port]}, or {@code ldap://host[:port]}
     * @return a builder
     */
    public static Builder builder(String name, String url) {
        return new Builder(name, url);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<AudienceGroup> groups() {
        List<AudienceGroup> list = new ArrayList<>();
        groups.forEach((code, g) -> list.add(new AudienceGroup(code, g.label())));
        return List.copyOf(list);
    }

    @Override
    public long count(Selection selection) throws RecipientSourceException, InterruptedException {
        Group group = group(selection);
        long[] entries = new long[1];
        connector.each(name, group.base(), filter(group, selection), Set.of(key()), entry -> entries[0]++);
        return entries[0];
    }

    @Override
    public RecipientPage page(Selection selection, @Nullable String after, int limit)
            throws RecipientSourceException, InterruptedException {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1");
        }
        Group group = group(selection);
        Set<String> wanted = new LinkedHashSet<>(columns.values());
        wanted.addAll(attributes);
        LdapPage page = new LdapPage(key(), after, limit);
        connector.each(name, group.base(), filter(group, selection), wanted, page::take);
        return recipients(page, selection.group(), limit);
    }

    private RecipientPage recipients(LdapPage page, String group, int limit) {
        List<Recipient> recipients = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        for (int i = 1; i <= page.withoutKey(); i++) {
            rejected.add(RecipientRow.rejected(
                    "entry without key " + i,
                    "ROW-PERSON",
                    "Kişi numarası boş ya da bozuk.",
                    "The person's key is empty or malformed."));
        }
        int place = 0;
        String last = null;
        for (Map.Entry<String, LdapEntry> e : page.people().entrySet()) {
            if (++place > limit) {
                return new RecipientPage(recipients, rejected, last);
            }
            last = e.getKey();
            RecipientRow row = row("row " + place, e.getKey(), e.getValue(), group);
            RejectedRow rejection = row.rejection();
            @Nullable PersonId person = row.person();
            if (rejection != null) {
                rejected.add(rejection);
            } else if (person != null) {
                recipients.add(row.recipient(person));
            }
        }
        return new RecipientPage(recipients, rejected, null);
    }

    private RecipientRow row(String position, String key, LdapEntry entry, String group) {
        Map<String, String> more = new LinkedHashMap<>();
        for (String a : attributes) {
            String value = entry.value(a);
            if (!value.isEmpty()) {
                more.put(a, value);
            }
        }
        return new RecipientRow(
                position,
                key,
                value(entry, RecipientColumn.MAIL),
                value(entry, RecipientColumn.MOBILE),
                value(entry, RecipientColumn.NAME),
                value(entry, RecipientColumn.LANGUAGE),
                group,
                more);
    }

    private String value(LdapEntry entry, RecipientColumn column) {
        String attribute = columns.get(column);
        return attribute == null ? "" : entry.value(attribute);
    }

    private String key() {
        return columns.getOrDefault(RecipientColumn.PERSON, Builder.DEFAULT_KEY);
    }

    private Group group(Selection selection) throws RecipientSourceException {
        Group group = groups.get(selection.group());
        if (group == null) {
            throw new RecipientSourceException(
                    LDAP_GROUP,
                    LocalizedText.of(
                            "Böyle bir alıcı grubu yok: " + selection.group() + ".",
                            "There is no such group of recipients: " + selection.group() + "."),
                    null);
        }
        return group;
    }

    private String filter(Group group, Selection selection) throws RecipientSourceException {
        StringBuilder b = new StringBuilder("(&").append(group.filter());
        for (Map.Entry<String, String> f : selection.filter().entrySet()) {
            String attribute = filterable.get(folded(f.getKey()));
            if (attribute == null) {
                throw new RecipientSourceException(
                        LDAP_FILTER,
                        LocalizedText.of(
                                "Alıcı kaynağı bu süzgeci tanımıyor: " + f.getKey() + ".",
                                "The recipient source does not know this filter: " + f.getKey() + "."),
                        null);
            }
            b.append('(').append(attribute).append('=');
            b.append(LdapConnector.escaped(f.getValue())).append(')');
        }
        return b.append(')').toString();
    }

    /**
     * Shows neither the service nor its password.
     *
     * @return the name
     */
    @Override
    public String toString() {
        return "LdapRecipientSource[" + name + "]";
    }

    /** Builds an {@link LdapRecipientSource}. Not thread-safe. */
    public static final class Builder {

        /** How long connecting may take unless said otherwise: ten seconds. */
        public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

        /** How long an answer may take unless said otherwise: one minute. */
        public static final Duration DEFAULT_READ_TIMEOUT = Duration.ofMinutes(1);

        /** Entries of a page of the protocol: {@value}, which servers allow by default. */
        public static final int DEFAULT_PROTOCOL_PAGE = 1000;

        private static final String DEFAULT_KEY = "employeeNumber";
        private static final String ATTRIBUTE = "[A-Za-z][A-Za-z0-9-]{0,99}(;[A-Za-z0-9-]{1,99})*";

        private final String name;
        private final URI url;
        private final Map<RecipientColumn, String> columns = new EnumMap<>(Map.of(
                RecipientColumn.PERSON, DEFAULT_KEY,
                RecipientColumn.MAIL, "mail",
                RecipientColumn.MOBILE, "mobile",
                RecipientColumn.NAME, "displayName",
                RecipientColumn.LANGUAGE, "preferredLanguage"));
        private final Set<String> filterable = new LinkedHashSet<>();
        private final Set<String> attributes = new LinkedHashSet<>();
        private final Map<String, Group> groups = new LinkedHashMap<>();
        private boolean startTls;
        private @Nullable SSLContext ssl;
        private @Nullable String user;
        private @Nullable Supplier<char[]> password;
        private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
        private Duration readTimeout = DEFAULT_READ_TIMEOUT;
        private int protocolPage = DEFAULT_PROTOCOL_PAGE;

        private Builder(String name, String url) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name must not be blank");
            }
            this.name = name;
            this.url = URI.create(url);
            boolean scheme = "ldap".equals(this.url.getScheme()) || "ldaps".equals(this.url.getScheme());
            if (!scheme || this.url.getHost() == null || this.url.getUserInfo() != null) {
                throw new IllegalArgumentException("url must be ldaps://host[:port] or ldap://host[:port]");
            }
        }

        /**
         * Adds a group.
         *
         * @param code its code, used in selections
         * @param label the name staff know it by
         * @param base the branch it is searched in, with all that is below it
         * @param filter the filter (RFC 4515) of its members, in brackets; never built from what users type
         * @return this
         */
        public Builder group(String code, LocalizedText label, String base, String filter) {
            if (!filter.startsWith("(") || !filter.endsWith(")")) {
                throw new IllegalArgumentException("filter must stand in brackets");
            }
            if (groups.putIfAbsent(code, new Group(label, base, filter)) != null) {
                throw new IllegalArgumentException("code is used by another group");
            }
            return this;
        }

        /**
         * Says in which attribute something stands. Of several values the first by the alphabet counts.
         *
         * @param column what; not {@link RecipientColumn#GROUP}, as the group is the selection's
         * @param attribute the attribute
         * @return this
         */
        public Builder column(RecipientColumn column, String attribute) {
            if (column == RecipientColumn.GROUP) {
                throw new IllegalArgumentException("column must not be GROUP");
            }
            columns.put(column, attribute(attribute));
            return this;
        }

        /**
         * Lets selections filter by an attribute, and hands it on as an attribute of the recipient.
         *
         * @param attribute the attribute
         * @return this
         */
        public Builder filterable(String attribute) {
            filterable.add(attribute(attribute));
            attributes.add(attribute);
            return this;
        }

        private static String attribute(String attribute) {
            if (!attribute.matches(ATTRIBUTE)) {
                throw new IllegalArgumentException("attribute must be the name of an LDAP attribute");
            }
            return attribute;
        }

        /**
         * Signs in; without this, searches are anonymous.
         *
         * @param dn the distinguished name
         * @param secret gives the password each time it is needed; what it gives is overwritten after use
         * @return this
         */
        public Builder signIn(String dn, Supplier<char[]> secret) {
            if (dn.isBlank()) {
                throw new IllegalArgumentException("dn must not be blank");
            }
            this.user = dn;
            this.password = secret;
            return this;
        }

        /**
         * Encrypts the line after it is connected, for {@code ldap://} addresses. A server that does not offer it is a failure.
         *
         * @param value whether to
         * @return this
         */
        public Builder startTls(boolean value) {
            this.startTls = value;
            return this;
        }

        /**
         * Sets whom StartTLS trusts; the Java platform's trust store by default, which {@code ldaps://} always uses.
         *
         * @param value the context, or null for the platform's
         * @return this
         */
        public Builder sslContext(@Nullable SSLContext value) {
            this.ssl = value;
            return this;
        }

        /**
         * Sets how long to wait.
         *
         * @param connect for a connection
         * @param read for an answer
         * @return this
         */
        public Builder timeouts(Duration connect, Duration read) {
            if (connect.isNegative() || connect.isZero() || read.isNegative() || read.isZero()) {
                throw new IllegalArgumentException("timeouts must be longer than zero");
            }
            this.connectTimeout = connect;
            this.readTimeout = read;
            return this;
        }

        /**
         * Sets how many entries are asked for at a time.
         *
         * @param entries entries, at least 1
         * @return this
         */
        public Builder protocolPage(int entries) {
            if (entries < 1) {
                throw new IllegalArgumentException("entries must be at least 1");
            }
            this.protocolPage = entries;
            return this;
        }

        /**
         * Makes the source, without asking the service.
         *
         * @return an immutable source
         * @throws IllegalArgumentException when a password would leave over a network without encryption, or StartTLS is asked for on an
         *     {@code ldaps://} address
         */
        public LdapRecipientSource build() {
            boolean ldaps = "ldaps".equals(url.getScheme());
            if (ldaps && startTls) {
                throw new IllegalArgumentException("startTls is for ldap:// addresses");
            }
            String host = url.getHost();
            boolean here = "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
            if (user != null && !ldaps && !startTls && !here) {
                throw new IllegalArgumentException("a password needs ldaps:// or startTls(true)");
            }
            return new LdapRecipientSource(this);
        }
    }
}
