package org.peyk;

import java.net.URI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Sender;

/**
 * Notices of the process to its own people: an approval waits, your request was returned, and so on. Without these settings there are none,
 * and none are recorded. Immutable; templates are checked when the process is built.
 *
 * @param sender in whose name notices go out; its reply address is where answers to them go
 * @param off kinds that are recorded and not sent
 * @param templates texts in place of the library's own, by kind and by language, {@code tr} or {@code en}: the first line is the subject, the
 *     rest the plain text, of which the HTML is made
 * @param link gives the portal's page for a notice, or null for no link; one that throws leaves the link out
 * @param delivery brings notices in another way than the mail transport, or null
 * @param answers lets approvers decide by answering a notice, or null
 */
public record NoticeConfig(
        Sender sender,
        Set<NoticeKind> off,
        Map<NoticeKind, Map<String, String>> templates,
        @Nullable Function<NoticeTarget, URI> link,
        @Nullable NoticeSender delivery,
        @Nullable ApprovalByMail answers) {

    /** Copies the collections. */
    public NoticeConfig {
        off = Set.copyOf(off);
        Map<NoticeKind, Map<String, String>> copy = new EnumMap<>(NoticeKind.class);
        templates.forEach((kind, texts) -> copy.put(kind, Map.copyOf(texts)));
        templates = Map.copyOf(copy);
    }

    /**
     * Notices of all kinds with the library's own texts, without links, through the mail transport.
     *
     * @param sender in whose name
     * @return the settings
     */
    public static NoticeConfig from(Sender sender) {
        return new NoticeConfig(sender, Set.of(), Map.of(), null, null, null);
    }

    /**
     * The same with a kind switched off.
     *
     * @param kind which
     * @return the settings
     */
    public NoticeConfig without(NoticeKind kind) {
        Set<NoticeKind> kinds = EnumSet.of(kind);
        kinds.addAll(off);
        return new NoticeConfig(sender, kinds, templates, link, delivery, answers);
    }

    /**
     * The same with a text of the portal's own.
     *
     * @param kind for which kind
     * @param language {@code tr} or {@code en}; notices in any other language are written in English
     * @param text a mustache template, see {@code docs/notices.md} for the names it may use
     * @return the settings
     */
    public NoticeConfig template(NoticeKind kind, Locale language, String text) {
        Map<NoticeKind, Map<String, String>> all = new EnumMap<>(NoticeKind.class);
        all.putAll(templates);
        Map<String, String> texts = new HashMap<>(all.getOrDefault(kind, Map.of()));
        texts.put(language.getLanguage(), text);
        all.put(kind, texts);
        return new NoticeConfig(sender, off, all, link, delivery, answers);
    }

    /**
     * The same with links to the portal.
     *
     * @param value gives the page for a notice; called on a worker of the library
     * @return the settings
     */
    public NoticeConfig linkedBy(Function<NoticeTarget, URI> value) {
        return new NoticeConfig(sender, off, templates, value, delivery, answers);
    }

    /**
     * The same with another way to bring notices.
     *
     * @param value takes notices in place of the mail transport
     * @return the settings
     */
    public NoticeConfig sentBy(NoticeSender value) {
        return new NoticeConfig(sender, off, templates, link, value, answers);
    }

    /**
     * The same with approval by answering the approval mail.
     *
     * @param value how answers are taken
     * @return the settings
     */
    public NoticeConfig answeredBy(ApprovalByMail value) {
        return new NoticeConfig(sender, off, templates, link, delivery, value);
    }

    /**
     * Shows neither addresses nor texts.
     *
     * @return the kinds that are switched off
     */
    @Override
    public String toString() {
        return "NoticeConfig[off=" + off + "]";
    }
}
