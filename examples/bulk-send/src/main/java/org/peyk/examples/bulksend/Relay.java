package org.peyk.examples.bulksend;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import org.peyk.ConfigurationException;
import org.peyk.smtp.SmtpConfigException;
import org.peyk.smtp.SmtpTransport;
import org.peyk.spi.LocalizedText;

/** The mail server of the command line. */
final class Relay {

    private Relay() {}

    static SmtpTransport of(Options options) {
        String url = options.smtp();
        if (url.startsWith("smtp://") && !url.contains("starttls=") && loopback(url)) {
            // nothing leaves this machine, and test servers rarely offer encryption
            url += (url.contains("?") ? "&" : "?") + "starttls=plain";
        }
        try {
            return SmtpTransport.builder()
                    .url(url)
                    .maxConnections(options.connections())
                    .build();
        } catch (SmtpConfigException e) {
            List<LocalizedText> problems =
                    e.problems().stream().map(p -> p.text()).toList();
            throw new ConfigurationException(problems);
        }
    }

    private static boolean loopback(String url) {
        try {
            String host = new URI(url).getHost();
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (URISyntaxException | UnknownHostException e) {
            return false;
        }
    }
}
