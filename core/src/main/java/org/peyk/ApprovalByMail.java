package org.peyk;

import java.util.ArrayList;
import java.util.List;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.spi.LocalizedText;

/**
 * How approvers may decide by answering the approval mail. Each such mail carries a key of its own that holds once, for one person, one
 * request and the very text it had. Immutable; checked when the process is built.
 */
public final class ApprovalByMail {

    /** Shortest secret: 32 bytes, as long as the output of SHA-256 (RFC 2104 section 3). */
    public static final int LEAST_SECRET = 32;

    /** How many working days a key holds: {@value}. */
    public static final int DEFAULT_WORKING_DAYS = 5;

    private final byte[] secret;
    private final int workingDays;
    private final boolean authenticated;

    private ApprovalByMail(byte[] secret, int workingDays, boolean authenticated) {
        this.secret = secret;
        this.workingDays = workingDays;
        this.authenticated = authenticated;
    }

    /**
     * Keys that are signed with a secret, hold five working days, and count from authenticated senders alone.
     *
     * @param secret random bytes that are kept outside of the store and the same on all nodes; at least {@link #LEAST_SECRET}. With another
     *     secret, keys that were sent before decide nothing
     * @return the settings
     */
    public static ApprovalByMail signedWith(byte[] secret) {
        return new ApprovalByMail(secret.clone(), DEFAULT_WORKING_DAYS, true);
    }

    /**
     * The same with another time for which a key holds; never longer than the request's own window.
     *
     * @param value working days, at least 1
     * @return the settings
     */
    public ApprovalByMail validFor(int value) {
        return new ApprovalByMail(secret, value, authenticated);
    }

    /**
     * The same, but an answer counts also when no mail server of the university vouches for its sender's address. The From field of a mail
     * can be written by anybody: then the key alone protects, and whoever gets the approval mail can decide.
     *
     * @return the settings
     */
    public ApprovalByMail alsoUnauthenticated() {
        return new ApprovalByMail(secret, workingDays, false);
    }

    byte[] secret() {
        return secret.clone();
    }

    /**
     * How long a key holds.
     *
     * @return working days
     */
    public int workingDays() {
        return workingDays;
    }

    /**
     * Whether the sender of an answer must be authenticated.
     *
     * @return whether an answer of anybody else decides nothing
     */
    public boolean requiresAuthentication() {
        return authenticated;
    }

    List<LocalizedText> problems() {
        List<LocalizedText> problems = new ArrayList<>();
        if (secret.length < LEAST_SECRET) {
            problems.add(LocalizedText.of(
                    "Onay anahtarlarının gizli değeri en az " + LEAST_SECRET + " bayt olmalı.",
                    "The secret of approval keys must have at least " + LEAST_SECRET + " bytes."));
        }
        if (workingDays < 1 || workingDays > WorkingCalendar.MOST_DAYS) {
            problems.add(LocalizedText.of(
                    "Onay anahtarlarının süresi 1 ile " + WorkingCalendar.MOST_DAYS + " iş günü arasında olmalı.",
                    "Approval keys must hold for 1 to " + WorkingCalendar.MOST_DAYS + " working days."));
        }
        return problems;
    }

    /**
     * Shows no secret.
     *
     * @return the other settings
     */
    @Override
    public String toString() {
        return "ApprovalByMail[workingDays=" + workingDays + ", authenticated=" + authenticated + "]";
    }
}
