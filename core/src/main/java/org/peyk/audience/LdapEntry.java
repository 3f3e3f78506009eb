package org.peyk.audience;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;

/** The values of one entry of a directory service that were asked for. Shows none of them. */
final class LdapEntry {

    private final Map<String, String> values = new HashMap<>();

    private LdapEntry() {}

    static LdapEntry of(Attributes attributes) throws NamingException {
        LdapEntry entry = new LdapEntry();
        NamingEnumeration<? extends Attribute> all = attributes.getAll();
        try {
            while (all.hasMore()) {
                Attribute a = all.next();
                entry.values.put(a.getID().toLowerCase(Locale.ROOT), first(a));
            }
        } finally {
            all.close();
        }
        return entry;
    }

    /** A set of values has no order; the first one by the alphabet is the same each time. Bytes are no text. */
    private static String first(Attribute a) throws NamingException {
        String first = "";
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) instanceof String s) {
                String value = s.strip();
                boolean before = first.isEmpty() || value.compareTo(first) < 0;
                if (!value.isEmpty() && before) {
                    first = value;
                }
            }
        }
        return first;
    }

    /** The value of an attribute; empty when there is none. */
    String value(String attribute) {
        return values.getOrDefault(attribute.toLowerCase(Locale.ROOT), "");
    }
}
