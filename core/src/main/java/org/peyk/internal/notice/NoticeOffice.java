package org.peyk.internal.notice;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyk.ConfigurationException;
import org.peyk.NoticeConfig;
import org.peyk.internal.answer.AnswerKeys;
import org.peyk.internal.approval.Standings;
import org.peyk.internal.store.Store;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.transport.Transport;

/** Puts together what makes and sends notices. */
public final class NoticeOffice {

    private final NoticeMaker maker;
    private final NoticeWorker worker;

    /**
     * Checks the settings.
     *
     * @param transport the mail transport, or null when there is none
     * @param keys makes keys for answers, or null when notices are not answered
     * @throws ConfigurationException naming everything that is wrong
     */
    public NoticeOffice(
            Store store,
            Directory directory,
            ZoneId zone,
            Clock clock,
            NoticeConfig config,
            @Nullable Transport transport,
            @Nullable AnswerKeys keys) {
        List<LocalizedText> problems = new ArrayList<>();
        NoticeTemplates templates = null;
        try {
            templates = new NoticeTemplates(config.templates());
        } catch (ConfigurationException e) {
            problems.addAll(e.problems());
        }
        if (transport == null && config.delivery() == null) {
            problems.add(LocalizedText.of(
                    "Bildirimler için bir mail gönderim eklentisi ya da sentBy(...) gerekli.",
                    "Notices need a mail transport, or sentBy(...)."));
        } else if (transport != null && !accepted(config, transport)) {
            problems.add(LocalizedText.of(
                    "Bildirimlerin gönderen ya da yanıt adresi geçerli değil.",
                    "The sender or reply address of notices is not well formed."));
        }
        if (!problems.isEmpty() || templates == null) {
            throw new ConfigurationException(problems);
        }
        String address = config.sender().address();
        String domain = address.substring(address.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
        NoticeMails mails = new NoticeMails(store, config.sender(), domain, keys);
        this.worker =
                new NoticeWorker(new NoticeBooks(store, directory, mails, clock), mails, transport, config.delivery());
        this.maker = new NoticeMaker(
                store,
                directory,
                new Deciders(directory, new Standings(directory)),
                new NoticeWords(directory, zone, config.link()),
                templates,
                config.off(),
                keys,
                domain,
                clock);
        maker.afterwards(worker::wake);
    }

    private static boolean accepted(NoticeConfig config, Transport transport) {
        String replyTo = config.sender().replyTo();
        return transport.accepts(config.sender().address()) && (replyTo == null || transport.accepts(replyTo));
    }

    /** Hears what happens. */
    public NoticeMaker listener() {
        return maker;
    }

    /** Sends what is due. */
    public NoticeWorker worker() {
        return worker;
    }
}
