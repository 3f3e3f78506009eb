package org.peyk.smtp;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/**
 * Settings in the form of a URL: {@code scheme://user:password@host:port/path?name=value}. What is wrong is collected; no message repeats
 * any part of the URL, which may hold a password.
 */
final class MailUrl {
    private final String prefix;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private String scheme = "";
    private String host = "";
    private String path = "";
    private int port = -1;
    private @Nullable String user;
    private @Nullable String password;

    /**
     * Reads a URL.
     *
     * @param prefix of the codes of problems: {@code SMTP} or {@code IMAP}
     * @param url the URL
     */
    MailUrl(String prefix, String url) {
        this.prefix = prefix;
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            problem("Adres (URL) okunamıyor.", "The URL cannot be read.");
            return;
        }
        scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String plain = prefix.toLowerCase(Locale.ROOT);
        if (!scheme.equals(plain) && !scheme.equals(plain + "s")) {
            problem(
                    "Adres (URL) " + plain + ":// ya da " + plain + "s:// ile başlamalı.",
                    "The URL must begin with " + plain + ":// or " + plain + "s://.");
        }
        if (uri.getHost() == null) {
            problem("Adreste (URL) sunucu adı yok.", "The URL has no host.");
        } else {
            host = uri.getHost().replace("[", "").replace("]", "");
        }
        port = uri.getPort();
        path = uri.getPath() == null ? "" : uri.getPath();
        readUser(uri.getRawUserInfo());
        readParameters(uri.getRawQuery());
        if (uri.getRawFragment() != null) {
            problem("Adreste (URL) # olamaz; parolada %23 yazın.", "The URL must not hold #; write %23 in a password.");
        }
    }

    private void readUser(@Nullable String info) {
        if (info == null) {
            return;
        }
        int colon = info.indexOf(':');
        if (colon < 0) {
            problem("Adreste (URL) kullanıcı adı var, parola yok.", "The URL has a user name but no password.");
            return;
        }
        user = decode(info.substring(0, colon));
        password = decode(info.substring(colon + 1));
    }

    private void readParameters(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                problem(
                        "Adresteki (URL) bir ayar ad=değer biçiminde değil.",
                        "A setting in the URL is not name=value.");
            } else {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    /** Percent signs only: a plus stands for itself, as it does in passwords. */
    private String decode(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            problem("Adresteki (URL) bir yüzde işareti yanlış.", "A percent sign in the URL is wrong.");
            return "";
        }
    }

    /** How the scheme and the parameter {@code starttls} protect the connection. */
    Security security() {
        String starttls = parameters.remove("starttls");
        if (scheme.endsWith("s")) {
            if (starttls != null) {
                problem(
                        "starttls, şifreli başlayan adreste (smtps, imaps) verilemez.",
                        "starttls cannot be given where TLS is there from the start (smtps, imaps).");
            }
            return Security.IMPLICIT_TLS;
        }
        if (starttls == null || starttls.equals("required")) {
            return Security.STARTTLS_REQUIRED;
        }
        if (!starttls.equals("plain")) {
            problem("starttls, required ya da plain olmalı.", "starttls must be required or plain.");
        }
        return Security.PLAIN;
    }

    /** Who we are, by the user part and the parameter {@code auth}. */
    @Nullable
    Credentials credentials() {
        String auth = parameters.remove("auth");
        String name = user;
        String secret = password;
        if (name == null || secret == null) {
            if (auth != null) {
                problem("auth, kullanıcı adı olmadan verilemez.", "auth cannot be given without a user name.");
            }
            return null;
        }
        if (auth == null) {
            return Credentials.password(name, () -> secret);
        }
        for (AuthMechanism mechanism : AuthMechanism.values()) {
            if (mechanism.name().equals(auth.toUpperCase(Locale.ROOT))) {
                return new Credentials(name, () -> secret, List.of(mechanism));
            }
        }
        problem("auth; plain, login ya da xoauth2 olmalı.", "auth must be plain, login or xoauth2.");
        return null;
    }

    @Nullable
    String parameter(String name) {
        return parameters.remove(name);
    }

    String host() {
        return host;
    }

    String path() {
        return path;
    }

    int portOr(int standard, int implicitTls) {
        return port >= 0 ? port : scheme.endsWith("s") ? implicitTls : standard;
    }

    /** All that is wrong. To be called when everything known was asked for: what is left is not known. */
    List<ConfigProblem> problems() {
        if (!parameters.isEmpty()) {
            problem("Adreste (URL) bilinmeyen bir ayar var.", "The URL holds a setting that is not known.");
            parameters.clear();
        }
        return problems;
    }

    private void problem(String tr, String en) {
        problems.add(new ConfigProblem(prefix + "-CFG-URL", LocalizedText.of(tr, en)));
    }
}
