package org.peyk.smtp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/** TXT records by the DNS provider of JNDI, which comes with the JDK. */
final class JndiLookup implements DnsLookup {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63}){0,126}");

    private final String servers;

    /**
     * Makes a lookup.
     *
     * @param servers {@code dns:} for those of this machine, or {@code dns://host:port}
     */
    JndiLookup(String servers) {
        this.servers = servers;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when the name is none; JNDI would take some texts for addresses of other directories
     */
    @Override
    // the settings of JNDI are of this type; nothing but texts of one record type is read, by one provider, under a
    // checked name
    @SuppressWarnings({"BanJNDI", "JdkObsolete"})
    public List<String> txt(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a domain name");
        }
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, servers);
        settings.put("com.sun.jndi.dns.timeout.initial", "2000");
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
        try {
            DirContext dns = new InitialDirContext(settings);
            try {
                // the dot at the end keeps search lists out
                Attribute records =
                        dns.getAttributes(name + ".", new String[] {"TXT"}).get("TXT");
                List<String> texts = new ArrayList<>();
                if (records != null) {
                    NamingEnumeration<?> all = records.getAll();
                    while (all.hasMore()) {
                        texts.add(joined(String.valueOf(all.next())));
                    }
                }
                return texts;
            } finally {
                dns.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new IOException("the name servers gave no answer", e);
        }
    }

    /** The strings of a record without the blanks and quotation marks that JNDI puts between and around them. */
    static String joined(String shown) {
        StringBuilder text = new StringBuilder(shown.length());
        boolean quoted = false;
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted && i + 1 < shown.length()) {
                text.append(shown.charAt(++i));
            } else if (c != ' ' || quoted) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
