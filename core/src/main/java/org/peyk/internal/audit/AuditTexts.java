package org.peyk.internal.audit;

import org.jspecify.annotations.Nullable;
import org.peyk.AuditProblem;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestId;

/** What the audit says, in both languages. */
final class AuditTexts {

    static final Sentence CHANGED = new Sentence(
            "%d. olay yazıldığı gibi değil: satırı sonradan değiştirilmiş.",
            "Event %d is not as it was written: its row was changed.");
    static final Sentence MISSING = new Sentence("%d. olay silinmiş.", "Event %d was removed.");
    static final Sentence INSERTED = new Sentence(
            "%d. sırada hiç yazılmamış bir olay duruyor.", "At place %d stands an event that was never written.");
    static final Sentence TAIL_CUT = new Sentence(
            "Geçmişin sonu kesilmiş: %d. olay yok.", "The end of the history was cut off: event %d is gone.");
    static final Sentence NO_ANCHOR = new Sentence(
            "%d. olay mühürlü görünüyor, ama zincirde mührü yok.",
            "Event %d is marked as sealed, but the chain holds no anchor of it.");
    static final Sentence NO_REQUEST = new Sentence(
            "Olayları olan talebin kendi satırı yok.", "There are events, but the request's own row is gone.");
    static final Sentence HEAD = new Sentence(
            "Talebin satırındaki son özet, son olayın özeti değil.",
            "The last hash in the request's row is not that of its last event.");
    static final Sentence SNAPSHOT = new Sentence(
            "Saklanan talep, olaylarının toplamı değil: satırı sonradan değiştirilmiş.",
            "The stored request is not what its events add up to: its row was changed.");
    static final Sentence UNREADABLE = new Sentence("Saklanan talep okunamıyor.", "The stored request cannot be read.");

    /** A sentence with a place in it, or without. */
    record Sentence(String tr, String en) {
        LocalizedText at(long number) {
            return new LocalizedText(
                    tr.replace("%d", String.valueOf(number)), en.replace("%d", String.valueOf(number)));
        }
    }

    private AuditTexts() {}

    static Sentence reordered(int written) {
        return new Sentence(
                "%d. sırada duran olay, " + written + ". sırada yazılmıştı.",
                "The event at place %d was written at place " + written + ".");
    }

    static Sentence anchor(String tr, String en) {
        return new Sentence(tr, en);
    }

    static AuditProblem problem(AuditProblem.Kind kind, @Nullable String request, int seq, Sentence sentence) {
        return new AuditProblem(kind, named(request), seq, sentence.at(seq));
    }

    /** A request id as it stands in the table, which may have been made unreadable. */
    static @Nullable RequestId named(@Nullable String request) {
        try {
            return request == null ? null : new RequestId(request);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
