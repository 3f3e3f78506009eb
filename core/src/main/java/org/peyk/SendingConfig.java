package org.peyk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/**
 * How sending works. Immutable; every value has a documented default.
 *
 * @param connections sessions of one node that send at the same time, over all channels
 * @param intentWindow messages of one connection that may be in flight at a time; after a crash at most connections × window are in doubt
 * @param batchSize recipients per unit of work
 * @param expansionPage people read from a source at a time
 * @param pollInterval how often due work is looked for; work of this node starts at once in any case
 * @param heartbeat how often a node says that it is alive; after four missed ones another node takes its work over
 * @param inDoubtHold how long a message in doubt waits before it is sent again, when the request says so
 * @param retryDeadline how long a deferred message is tried again, from its first attempt
 * @param recipientBackoff waits after the first, second, … deferral; the last one repeats
 * @param backoffJitter share by which each of these waits is spread, 0 to 1
 * @param sessionBackoff first wait after a failed session; doubles
 * @param sessionBackoffLimit longest wait after a failed session
 * @param rateWait wait when the other side asks to slow down without saying for how long
 * @param sourceRetry wait when a recipient source cannot be read
 * @param grace how long open transactions may take to end when the process stops
 * @param returnPath where reports of failed deliveries go, or null for the sender's address
 * @param messageIdDomain domain of Message-IDs, or null for that of the sender's address
 * @param audience what holds of every audience: who may opt out of what, and how far a list may drift
 * @param signedReturnPath return paths of which each names its message, used in place of {@code returnPath}; or null for one that all share
 * @param unsubscribe links by which recipients leave lists that can be left, or null for none
 */
public record SendingConfig(
        int connections,
        int intentWindow,
        int batchSize,
        int expansionPage,
        Duration pollInterval,
        Duration heartbeat,
        Duration inDoubtHold,
        Duration retryDeadline,
        List<Duration> recipientBackoff,
        double backoffJitter,
        Duration sessionBackoff,
        Duration sessionBackoffLimit,
        Duration rateWait,
        Duration sourceRetry,
        Duration grace,
        @Nullable String returnPath,
        @Nullable String messageIdDomain,
        AudienceRules audience,
        @Nullable SignedReturnPath signedReturnPath,
        @Nullable UnsubscribeLinks unsubscribe) {

    /** Sessions of one node: {@value}. */
    public static final int DEFAULT_CONNECTIONS = 4;

    /** Messages in flight per connection: {@value}. */
    public static final int DEFAULT_INTENT_WINDOW = 1;

    /** Recipients per unit of work: {@value}. */
    public static final int DEFAULT_BATCH_SIZE = 500;

    /** People read at a time: {@value}. */
    public static final int DEFAULT_EXPANSION_PAGE = 1000;

    /** Looking for due work: every second. */
    public static final Duration DEFAULT_POLL_INTERVAL = Duration.ofSeconds(1);

    /** Saying that a node is alive: every 10 seconds. */
    public static final Duration DEFAULT_HEARTBEAT = Duration.ofSeconds(10);

    /** Holding a message in doubt before it is sent again: 30 minutes, three times what RFC 5321 section 4.5.3.2.6 gives the server. */
    public static final Duration DEFAULT_IN_DOUBT_HOLD = Duration.ofMinutes(30);

    /** Trying a deferred message: 48 hours, as an announcement does not age well. */
    public static final Duration DEFAULT_RETRY_DEADLINE = Duration.ofHours(48);

    /** Waits after deferrals: 5, 15, 30, 60, 120, 240 minutes. */
    public static final List<Duration> DEFAULT_RECIPIENT_BACKOFF = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60),
            Duration.ofMinutes(120),
            Duration.ofMinutes(240));

    /** Spread of these waits: {@value}. */
    public static final double DEFAULT_BACKOFF_JITTER = 0.2;

    /** First wait after a failed session: 1 second. */
    public static final Duration DEFAULT_SESSION_BACKOFF = Duration.ofSeconds(1);

    /** Longest wait after a failed session: 60 seconds. */
    public static final Duration DEFAULT_SESSION_BACKOFF_LIMIT = Duration.ofSeconds(60);

    /** Wait when asked to slow down: 60 seconds. */
    public static final Duration DEFAULT_RATE_WAIT = Duration.ofSeconds(60);

    /** Wait when a source cannot be read: 1 minute. */
    public static final Duration DEFAULT_SOURCE_RETRY = Duration.ofMinutes(1);

    /** Time for open transactions when the process stops: 30 seconds. */
    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(30);

    private static final int MAX_CONNECTIONS = 200;
    private static final int MAX_WINDOW = 1000;
    private static final int MAX_BATCH = 10_000;

    /**
     * Checks all values.
     *
     * @throws ConfigurationException naming every value that is wrong
     */
    public SendingConfig {
        recipientBackoff = List.copyOf(recipientBackoff);
        List<LocalizedText> problems = new ArrayList<>();
        range(problems, "connections", connections, MAX_CONNECTIONS);
        range(problems, "intentWindow", intentWindow, MAX_WINDOW);
        range(problems, "batchSize", batchSize, MAX_BATCH);
        range(problems, "expansionPage", expansionPage, MAX_BATCH);
        atLeast(problems, "pollInterval", pollInterval, Duration.ofMillis(1));
        atLeast(problems, "heartbeat", heartbeat, Duration.ofMillis(10));
        atLeast(problems, "inDoubtHold", inDoubtHold, Duration.ZERO);
        atLeast(problems, "retryDeadline", retryDeadline, Duration.ZERO);
        atLeast(problems, "sessionBackoff", sessionBackoff, Duration.ofMillis(1));
        atLeast(problems, "sessionBackoffLimit", sessionBackoffLimit, sessionBackoff);
        atLeast(problems, "rateWait", rateWait, Duration.ofMillis(1));
        atLeast(problems, "sourceRetry", sourceRetry, Duration.ofMillis(1));
        atLeast(problems, "grace", grace, Duration.ZERO);
        if (recipientBackoff.isEmpty() || recipientBackoff.stream().anyMatch(Duration::isNegative)) {
            problems.add(LocalizedText.of(
                    "recipientBackoff en az bir bekleme içermeli ve hiçbiri eksi olmamalı.",
                    "recipientBackoff needs at least one wait and none may be negative."));
        }
        if (!(backoffJitter >= 0 && backoffJitter <= 1)) {
            problems.add(LocalizedText.of(
                    "backoffJitter 0 ile 1 arasında olmalı.", "backoffJitter must be between 0 and 1."));
        }
        if (returnPath != null && !isAddress(returnPath)) {
            problems.add(LocalizedText.of(
                    "returnPath geçerli bir e-posta adresi olmalı.", "returnPath must be a mail address."));
        }
        if (messageIdDomain != null && !isDomain(messageIdDomain)) {
            problems.add(LocalizedText.of(
                    "messageIdDomain geçerli bir alan adı olmalı.", "messageIdDomain must be a domain name."));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private static void range(List<LocalizedText> problems, String name, int value, int max) {
        if (value < 1 || value > max) {
            problems.add(LocalizedText.of(
                    name + " 1 ile " + max + " arasında olmalı.", name + " must be between 1 and " + max + "."));
        }
    }

    private static void atLeast(List<LocalizedText> problems, String name, Duration value, Duration min) {
        if (value.compareTo(min) < 0) {
            problems.add(LocalizedText.of(
                    name + " en az " + min.toMillis() + " ms olmalı.",
                    name + " must be at least " + min.toMillis() + " ms."));
        }
    }

    private static boolean isAddress(String value) {
        int at = value.lastIndexOf('@');
        return at > 0 && isDomain(value.substring(at + 1)) && value.chars().noneMatch(c -> c <= ' ' || c == 127);
    }

    private static boolean isDomain(String value) {
        return value.length() <= 200 && value.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    }

    /**
     * The defaults.
     *
     * @return a configuration in which nothing was set
     */
    public static SendingConfig defaults() {
        return builder().build();
    }

    /**
     * Starts from the defaults.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SendingConfig}. Not thread-safe. */
    public static final class Builder {
        private int connections = DEFAULT_CONNECTIONS;
        private int intentWindow = DEFAULT_INTENT_WINDOW;
        private int batchSize = DEFAULT_BATCH_SIZE;
        private int expansionPage = DEFAULT_EXPANSION_PAGE;
        private Duration pollInterval = DEFAULT_POLL_INTERVAL;
        private Duration heartbeat = DEFAULT_HEARTBEAT;
        private Duration inDoubtHold = DEFAULT_IN_DOUBT_HOLD;
        private Duration retryDeadline = DEFAULT_RETRY_DEADLINE;
        private List<Duration> recipientBackoff = DEFAULT_RECIPIENT_BACKOFF;
        private double backoffJitter = DEFAULT_BACKOFF_JITTER;
        private Duration sessionBackoff = DEFAULT_SESSION_BACKOFF;
        private Duration sessionBackoffLimit = DEFAULT_SESSION_BACKOFF_LIMIT;
        private Duration rateWait = DEFAULT_RATE_WAIT;
        private Duration sourceRetry = DEFAULT_SOURCE_RETRY;
        private Duration grace = DEFAULT_GRACE;
        private @Nullable String returnPath;
        private @Nullable String messageIdDomain;
        private AudienceRules audience = AudienceRules.DEFAULT;
        private @Nullable SignedReturnPath signedReturnPath;
        private @Nullable UnsubscribeLinks unsubscribe;

        private Builder() {}

        /**
         * Sets connections.
         *
         * @param value sessions of one node, 1 to 200
         * @return this
         */
        public Builder connections(int value) {
            this.connections = value;
            return this;
        }

        /**
         * Sets intentWindow.
         *
         * @param value messages in flight per connection, 1 to 1000
         * @return this
         */
        public Builder intentWindow(int value) {
            this.intentWindow = value;
            return this;
        }

        /**
         * Sets batchSize.
         *
         * @param value recipients per unit of work, 1 to 10000
         * @return this
         */
        public Builder batchSize(int value) {
            this.batchSize = value;
            return this;
        }

        /**
         * Sets expansionPage.
         *
         * @param value people read at a time, 1 to 10000
         * @return this
         */
        public Builder expansionPage(int value) {
            this.expansionPage = value;
            return this;
        }

        /**
         * Sets pollInterval.
         *
         * @param value how often due work is looked for
         * @return this
         */
        public Builder pollInterval(Duration value) {
            this.pollInterval = value;
            return this;
        }

        /**
         * Sets heartbeat.
         *
         * @param value how often the node says that it is alive
         * @return this
         */
        public Builder heartbeat(Duration value) {
            this.heartbeat = value;
            return this;
        }

        /**
         * Sets inDoubtHold.
         *
         * @param value how long a message in doubt waits before it is sent again; may be zero
         * @return this
         */
        public Builder inDoubtHold(Duration value) {
            this.inDoubtHold = value;
            return this;
        }

        /**
         * Sets retryDeadline.
         *
         * @param value how long a deferred message is tried again
         * @return this
         */
        public Builder retryDeadline(Duration value) {
            this.retryDeadline = value;
            return this;
        }

        /**
         * Sets recipientBackoff.
         *
         * @param value waits after deferrals; the last one repeats
         * @return this
         */
        public Builder recipientBackoff(List<Duration> value) {
            this.recipientBackoff = value;
            return this;
        }

        /**
         * Sets backoffJitter.
         *
         * @param value share by which these waits are spread, 0 to 1
         * @return this
         */
        public Builder backoffJitter(double value) {
            this.backoffJitter = value;
            return this;
        }

        /**
         * Sets sessionBackoff.
         *
         * @param value first wait after a failed session
         * @return this
         */
        public Builder sessionBackoff(Duration value) {
            this.sessionBackoff = value;
            return this;
        }

        /**
         * Sets sessionBackoffLimit.
         *
         * @param value longest wait after a failed session
         * @return this
         */
        public Builder sessionBackoffLimit(Duration value) {
            this.sessionBackoffLimit = value;
            return this;
        }

        /**
         * Sets rateWait.
         *
         * @param value wait when asked to slow down without a time
         * @return this
         */
        public Builder rateWait(Duration value) {
            this.rateWait = value;
            return this;
        }

        /**
         * Sets sourceRetry.
         *
         * @param value wait when a source cannot be read
         * @return this
         */
        public Builder sourceRetry(Duration value) {
            this.sourceRetry = value;
            return this;
        }

        /**
         * Sets grace.
         *
         * @param value how long open transactions may take to end when the process stops
         * @return this
         */
        public Builder grace(Duration value) {
            this.grace = value;
            return this;
        }

        /**
         * Sets returnPath.
         *
         * @param value where reports of failed deliveries go, or null for the sender's address
         * @return this
         */
        public Builder returnPath(@Nullable String value) {
            this.returnPath = value;
            return this;
        }

        /**
         * Sets messageIdDomain.
         *
         * @param value domain of Message-IDs, or null for that of the sender's address
         * @return this
         */
        public Builder messageIdDomain(@Nullable String value) {
            this.messageIdDomain = value;
            return this;
        }

        /**
         * Sets audience.
         *
         * @param value what holds of every audience
         * @return this
         */
        public Builder audience(AudienceRules value) {
            this.audience = value;
            return this;
        }

        /**
         * Sets signedReturnPath.
         *
         * @param value return paths of which each names its message, used in place of {@code returnPath}; or null for one that all share
         * @return this
         */
        public Builder signedReturnPath(@Nullable SignedReturnPath value) {
            this.signedReturnPath = value;
            return this;
        }

        /**
         * Sets unsubscribe.
         *
         * @param value links by which recipients leave lists that can be left, or null for none
         * @return this
         */
        public Builder unsubscribe(@Nullable UnsubscribeLinks value) {
            this.unsubscribe = value;
            return this;
        }

        /**
         * Makes the configuration.
         *
         * @return an immutable configuration
         * @throws ConfigurationException naming every value that is wrong
         */
        public SendingConfig build() {
            return new SendingConfig(
                    connections,
                    intentWindow,
                    batchSize,
                    expansionPage,
                    pollInterval,
                    heartbeat,
                    inDoubtHold,
                    retryDeadline,
                    recipientBackoff,
                    backoffJitter,
                    sessionBackoff,
                    sessionBackoffLimit,
                    rateWait,
                    sourceRetry,
                    grace,
                    returnPath,
                    messageIdDomain,
                    audience,
                    signedReturnPath,
                    unsubscribe);
        }
    }
}
