package org.peyk;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.internal.answer.AnswerDesk;
import org.peyk.internal.answer.AnswerJudge;
import org.peyk.internal.answer.AnswerKeys;
import org.peyk.internal.notice.NoticeOffice;
import org.peyk.internal.reply.AnswerIntake;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.Store;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.event.ProcessListener;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.transport.Transport;

/** Sets up notices and answers to them, as they are configured. */
final class NoticeDesk {

    private final @Nullable NoticeConfig config;
    private final ZoneId zone;
    private final @Nullable AnswerKeys keys;
    private final List<LocalizedText> problems;

    NoticeDesk(@Nullable NoticeConfig config, ZoneId zone, WorkingCalendar calendar) {
        this.config = config;
        this.zone = zone;
        ApprovalByMail answers = config == null ? null : config.answers();
        this.problems = answers == null ? List.of() : answers.problems();
        this.keys = answers == null || !problems.isEmpty()
                ? null
                : new AnswerKeys(answers.secret(), answers.workingDays(), calendar, zone);
    }

    /**
     * What makes and sends notices; null when nobody is told.
     *
     * @throws ConfigurationException naming everything that is wrong
     */
    @Nullable
    NoticeOffice office(Store store, Directory directory, Clock clock, @Nullable Transport mail) {
        if (config == null) {
            return null;
        }
        List<LocalizedText> all = new ArrayList<>(problems);
        NoticeOffice office = null;
        try {
            office = new NoticeOffice(store, directory, zone, clock, config, mail, keys);
        } catch (ConfigurationException e) {
            all.addAll(e.problems());
        }
        if (!all.isEmpty()) {
            throw new ConfigurationException(all);
        }
        return office;
    }

    /** What takes answers to approval mails; null when nobody decides by mail. */
    @Nullable
    AnswerIntake answers(
            Store store, RequestCommands commands, Directory directory, Clock clock, List<Mailbox> mailboxes) {
        if (config == null || config.answers() == null || keys == null) {
            return null;
        }
        AnswerJudge judge = new AnswerJudge(
                store,
                commands,
                keys,
                directory,
                mailboxes,
                config.answers().requiresAuthentication(),
                config.sender().displayName());
        return new AnswerDesk(store, commands, keys, judge, clock);
    }

    /** Everybody who is told of events. */
    static List<ProcessListener> heard(List<ProcessListener> listeners, @Nullable NoticeOffice office) {
        List<ProcessListener> all = new ArrayList<>(listeners);
        if (office != null) {
            all.add(office.listener());
        }
        return all;
    }
}
