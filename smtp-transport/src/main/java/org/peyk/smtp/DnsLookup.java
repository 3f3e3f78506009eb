package org.peyk.smtp;

import java.io.IOException;
import java.util.List;

/**
 * Looks up TXT records, for {@link SmtpTransport#check()}. The calling thread is the one that checks; time-outs are the lookup's own matter.
 */
@FunctionalInterface
public interface DnsLookup {

    /**
     * The TXT records of a name.
     *
     * @param name a domain name in ASCII, without trailing dot
     * @return one text for each record, the strings of a record joined (RFC 7208 section 3.3); empty when there is none or no such name
     * @throws IOException when no answer could be had
     */
    List<String> txt(String name) throws IOException;

    /**
     * Asks the name servers of this machine, by the JDK's own DNS client; two tries of two seconds each.
     *
     * @return the lookup
     */
    static DnsLookup system() {
        return new JndiLookup("dns:");
    }
}
