package org.peyk.internal.notice;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyk.MailRequest;
import org.peyk.NoticeTarget;
import org.peyk.ReasonCode;
import org.peyk.internal.answer.AnswerOutcome;
import org.peyk.internal.lifecycle.Event;
import org.peyk.internal.notice.NoticePlan.Told;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.event.EventType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a notice's template is filled with. */
final class NoticeWords {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeWords.class);
    private static final int LONGEST_NOTE = 4000;

    private static final Map<EventType, LocalizedText> OUTCOMES = Map.of(
            EventType.CHANGES_REQUESTED,
            LocalizedText.of("düzeltilmek üzere geri gönderildi", "was returned for change"),
            EventType.SENDING_REFUSED,
            LocalizedText.of("gönderilemedi ve geri gönderildi", "could not be sent and was returned"),
            EventType.REJECTED,
            LocalizedText.of("reddedildi", "was rejected"),
            EventType.CANCELLED,
            LocalizedText.of("iptal edildi", "was cancelled"),
            EventType.EXPIRED,
            LocalizedText.of("süresi içinde gönderilemedi", "has expired"));

    private final Directory directory;
    private final ZoneId zone;
    private final @Nullable Function<NoticeTarget, URI> link;

    NoticeWords(Directory directory, ZoneId zone, @Nullable Function<NoticeTarget, URI> link) {
        this.directory = directory;
        this.zone = zone;
        this.link = link;
    }

    /**
     * Whether a notice can be answered with a decision.
     *
     * @param obstacle why it cannot, although its reader may decide; else null
     */
    record Answering(boolean key, @Nullable LocalizedText obstacle) {}

    Map<String, String> of(Moment m, Told told, Person person, Answering answering) {
        MailRequest r = m.now();
        Locale language = NoticeTemplates.language(person.language());
        Map<String, String> words = NoticeNames.values();
        words.put(NoticeNames.PERSON, person.displayName());
        words.put(NoticeNames.SUBJECT, subject(r.form().content(), language));
        words.put(NoticeNames.REQUESTER, name(r.requester().person()));
        words.put(
                NoticeNames.ACTOR,
                m.event().actor() == null ? "" : name(m.event().actor()));
        if (r.audienceSize() > 0) {
            words.put(NoticeNames.AUDIENCE, String.valueOf(r.audienceSize()));
        }
        words.put(NoticeNames.DEADLINE, time(end(r), language));
        if (told.step() != null) {
            words.put(NoticeNames.WHY, told.step().reason().in(language));
        }
        words.put(NoticeNames.LINK, link(new NoticeTarget(r.id(), told.kind(), told.person())));
        event(words, m, language);
        LocalizedText outcome = OUTCOMES.get(m.event().type());
        if (outcome != null) {
            words.put(NoticeNames.OUTCOME, outcome.in(language));
        }
        if (answering.obstacle() != null) {
            words.put(NoticeNames.PORTAL, answering.obstacle().in(language));
        }
        if (answering.key()) {
            words.put(NoticeNames.ANSWER, "1");
            words.put(NoticeNames.TEXT, DecidedText.of(r, language, zone));
        }
        return words;
    }

    /** After when nothing leaves: what submission found out, or what the form says while that is not known. */
    private static @Nullable Instant end(MailRequest r) {
        return r.times().end() == null
                ? r.form().window().notAfter()
                : r.times().end();
    }

    private void event(Map<String, String> words, Moment m, Locale language) {
        if (m.what() instanceof Event.ChangesRequested e) {
            decided(words, e.reason(), e.note(), e.onBehalfOf(), language);
        } else if (m.what() instanceof Event.Rejected e) {
            decided(words, e.reason(), e.note(), e.onBehalfOf(), language);
        } else if (m.what() instanceof Event.SendingRefused e) {
            words.put(NoticeNames.NOTE, Lines.cut(e.note(), LONGEST_NOTE));
        } else if (m.what() instanceof Event.Expired e) {
            words.put(NoticeNames.NOTE, Lines.cut(e.note(), LONGEST_NOTE));
        } else if (m.what() instanceof Event.Cancelled e) {
            words.put(NoticeNames.NOTE, Lines.cut(e.note(), LONGEST_NOTE));
        } else if (m.what() instanceof Event.ExpiryNear e) {
            words.put(NoticeNames.DEADLINE, time(e.expiresAt(), language));
        } else if (m.what() instanceof Event.Noted e) {
            AnswerOutcome.of(m.event().type(), e)
                    .map(AnswerOutcome::reason)
                    .ifPresent(reason -> words.put(NoticeNames.REASON, reason.in(language)));
        } else if (m.what() instanceof Event.HandedOver e) {
            words.put(NoticeNames.NOTE, Lines.cut(e.note(), LONGEST_NOTE));
        } else if (m.what() instanceof Event.Revised) {
            words.put(
                    NoticeNames.CHANGES,
                    ShortDifference.of(
                            m.before().form().content(), m.after().form().content(), language));
        }
    }

    private void decided(
            Map<String, String> words, String reason, String note, @Nullable PersonId principal, Locale language) {
        words.put(NoticeNames.REASON, reason(reason, language));
        words.put(NoticeNames.NOTE, Lines.cut(note, LONGEST_NOTE));
        words.put(NoticeNames.PRINCIPAL, principal == null ? "" : name(principal));
    }

    private static String reason(String code, Locale language) {
        for (ReasonCode r : ReasonCode.values()) {
            if (r.name().equals(code)) {
                return r.label().in(language);
            }
        }
        return code;
    }

    static String subject(Content content, Locale language) {
        return content.versionFor(language).map(LanguageVersion::subject).orElse("");
    }

    /** Somebody's name; empty when the directory cannot tell it, which keeps nobody else from being told. */
    private String name(PersonId id) {
        try {
            return directory.find(id).map(Person::displayName).orElse("");
        } catch (DirectoryException | RuntimeException e) {
            return "";
        }
    }

    private String time(@Nullable Instant at, Locale language) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern("d MMMM yyyy EEEE HH:mm", language)
                        .withZone(zone)
                        .format(at);
    }

    private String link(NoticeTarget target) {
        if (link == null) {
            return "";
        }
        try {
            return link.apply(target).toASCIIString();
        } catch (RuntimeException e) {
            // not its message, which may hold what it was asked about
            LOG.warn(
                    "PEYK-502: the link of a notice could not be made: {}",
                    e.getClass().getName());
            return "";
        }
    }
}
