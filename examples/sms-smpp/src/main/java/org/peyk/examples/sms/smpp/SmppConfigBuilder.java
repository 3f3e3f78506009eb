package org.peyk.examples.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.peyk.ConfigurationException;
import org.peyk.examples.sms.text.Reference;
import org.peyk.spi.LocalizedText;

/** Collects the settings of an {@link SmppConfig}. Not thread-safe. */
public final class SmppConfigBuilder {

    /** How long a connection may take. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** How long a centre may take to answer. What is not answered by then is in doubt, so it is rather long. */
    public static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(60);

    /** After how long a silence the centre is asked whether it is still there. */
    public static final Duration ENQUIRE_LINK = Duration.ofSeconds(30);

    /** How long to wait when the centre says that it gets too much. */
    public static final Duration THROTTLE_WAIT = Duration.ofSeconds(5);

    /** Messages of one session that may be under way. */
    public static final int WINDOW = 10;

    /** Parts a text may become: about 1,500 characters. */
    public static final int MAX_PARTS = 10;

    /** Parts that fit the element by which they are joined. */
    private static final int MOST_PARTS = 255;

    private static final int LONGEST_SYSTEM_ID = 15;
    private static final int LONGEST_PASSWORD = 8;
    private static final int LONGEST_SYSTEM_TYPE = 12;

    final String host;
    final int port;
    final String systemId;
    final String password;
    final String sender;
    String systemType = "";

    @Nullable
    SSLContext tls;

    int sessions = 1;
    int window = WINDOW;
    boolean transmitterOnly;
    boolean nationalTables = true;
    Reference reference = Reference.BITS_16;
    int maxParts = MAX_PARTS;
    Duration connectTimeout = CONNECT_TIMEOUT;
    Duration responseTimeout = RESPONSE_TIMEOUT;
    Duration enquireLink = ENQUIRE_LINK;
    Duration throttleWait = THROTTLE_WAIT;

    @Nullable
    Duration validity;

    SmppConfigBuilder(String host, int port, String systemId, String password, String sender) {
        this.host = host;
        this.port = port;
        this.systemId = systemId;
        this.password = password;
        this.sender = sender;
    }

    private SmppConfigBuilder(SmppConfigBuilder other) {
        this(other.host, other.port, other.systemId, other.password, other.sender);
        this.systemType = other.systemType;
        this.tls = other.tls;
        this.sessions = other.sessions;
        this.window = other.window;
        this.transmitterOnly = other.transmitterOnly;
        this.nationalTables = other.nationalTables;
        this.reference = other.reference;
        this.maxParts = other.maxParts;
        this.connectTimeout = other.connectTimeout;
        this.responseTimeout = other.responseTimeout;
        this.enquireLink = other.enquireLink;
        this.throttleWait = other.throttleWait;
        this.validity = other.validity;
    }

    /** The system type some centres ask for; empty by default. */
    public SmppConfigBuilder systemType(String value) {
        this.systemType = value;
        return this;
    }

    /** Encrypts the connection, and checks that the certificate is one of the host; off by default, as in SMPP. */
    public SmppConfigBuilder tls(SSLContext value) {
        this.tls = value;
        return this;
    }

    /** How many sessions may be open at once; 1 by default. One more is open where receipts are received. */
    public SmppConfigBuilder sessions(int value) {
        this.sessions = value;
        return this;
    }

    /** How many messages of one session may be under way at once; {@link #WINDOW} by default. */
    public SmppConfigBuilder window(int value) {
        this.window = value;
        return this;
    }

    /** Binds senders as transmitters, so that receipts come to the receiver alone; transceivers by default. */
    public SmppConfigBuilder transmitterOnly(boolean value) {
        this.transmitterOnly = value;
        return this;
    }

    /** Whether the centre passes the Turkish tables on; true by default. Without them, Turkish texts become UCS-2. */
    public SmppConfigBuilder nationalTables(boolean value) {
        this.nationalTables = value;
        return this;
    }

    /** How parts are joined; by a number of 16 bits unless set. */
    public SmppConfigBuilder reference(Reference value) {
        this.reference = value;
        return this;
    }

    /** Into how many parts a text may be split; {@link #MAX_PARTS} by default, 255 at most. A longer text is refused. */
    public SmppConfigBuilder maxParts(int value) {
        this.maxParts = value;
        return this;
    }

    /** How long a connection may take; {@link #CONNECT_TIMEOUT} by default. */
    public SmppConfigBuilder connectTimeout(Duration value) {
        this.connectTimeout = value;
        return this;
    }

    /** How long the centre may take to answer; {@link #RESPONSE_TIMEOUT} by default. */
    public SmppConfigBuilder responseTimeout(Duration value) {
        this.responseTimeout = value;
        return this;
    }

    /** After how long a silence the centre is asked whether it is there; {@link #ENQUIRE_LINK} by default. */
    public SmppConfigBuilder enquireLink(Duration value) {
        this.enquireLink = value;
        return this;
    }

    /** How long to wait when the centre says that it gets too much; {@link #THROTTLE_WAIT} by default. */
    public SmppConfigBuilder throttleWait(Duration value) {
        this.throttleWait = value;
        return this;
    }

    /** How long the centre tries; its own time unless set. Whole minutes, shorter than a hundred days. */
    public SmppConfigBuilder validity(Duration value) {
        this.validity = value;
        return this;
    }

    /**
     * Checks the settings.
     *
     * @return the configuration
     * @throws ConfigurationException with everything that is wrong
     */
    public SmppConfig build() {
        List<LocalizedText> problems = new ArrayList<>();
        need(problems, !host.isBlank(), "SMSC adresi boş.", "The host is blank.");
        need(problems, port > 0 && port < 65_536, "Port 1-65535 arasında olmalı.", "The port must be 1 to 65535.");
        need(
                problems,
                octets(systemId, 1, LONGEST_SYSTEM_ID),
                "system_id 1-15 ASCII karakter olmalı.",
                "system_id must be 1 to 15 ASCII characters.");
        need(
                problems,
                octets(password, 0, LONGEST_PASSWORD),
                "Parola en çok 8 ASCII karakter olabilir (SMPP 3.4).",
                "The password may have 8 ASCII characters at most (SMPP 3.4).");
        need(
                problems,
                octets(systemType, 0, LONGEST_SYSTEM_TYPE),
                "system_type en çok 12 ASCII karakter olabilir.",
                "system_type may have 12 ASCII characters at most.");
        need(
                problems,
                SourceAddress.valid(sender),
                "Gönderici; en çok 11 harflik bir ad, + ile bir numara ya da kısa numara olmalı.",
                "The sender must be a name of up to 11 letters, a number with a plus, or a short number.");
        need(problems, sessions >= 1, "Oturum sayısı en az 1 olmalı.", "There must be at least 1 session.");
        need(problems, window >= 1 && window <= 100, "Pencere 1-100 arasında olmalı.", "The window must be 1 to 100.");
        need(
                problems,
                maxParts >= 1 && maxParts <= MOST_PARTS,
                "Parça sayısı 1-255 arasında olmalı.",
                "Parts must be 1 to 255.");
        positive(problems, connectTimeout, "Bağlanma süresi", "The connect time-out");
        positive(problems, responseTimeout, "Yanıt süresi", "The response time-out");
        positive(problems, enquireLink, "enquire_link aralığı", "The enquire_link interval");
        positive(problems, throttleWait, "Yavaşlama bekleyişi", "The wait when throttled");
        need(
                problems,
                validity == null
                        || (validity.compareTo(Duration.ofMinutes(1)) >= 0
                                && validity.compareTo(Duration.ofDays(100)) < 0),
                "Geçerlilik 1 dakika ile 100 gün arasında olmalı.",
                "The validity must be between a minute and 100 days.");
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new SmppConfig(new SmppConfigBuilder(this));
    }

    private static void positive(List<LocalizedText> problems, Duration value, String tr, String en) {
        need(
                problems,
                value.compareTo(Duration.ofMillis(1)) >= 0 && value.compareTo(Duration.ofDays(1)) <= 0,
                tr + " 1 milisaniye ile 1 gün arasında olmalı.",
                en + " must be between a millisecond and a day.");
    }

    private static void need(List<LocalizedText> problems, boolean good, String tr, String en) {
        if (!good) {
            problems.add(LocalizedText.of(tr, en));
        }
    }

    private static boolean octets(String value, int least, int most) {
        return value.length() >= least
                && value.length() <= most
                && StandardCharsets.US_ASCII.newEncoder().canEncode(value)
                && value.chars().noneMatch(Character::isISOControl);
    }

    /** Shows neither account nor password. */
    @Override
    public String toString() {
        return "SmppConfigBuilder[" + host + ":" + port + "]";
    }
}
