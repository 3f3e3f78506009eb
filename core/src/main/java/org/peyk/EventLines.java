package org.peyk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.lifecycle.Event;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;

/** What an event says besides its name, who and when, for those who may see the request. */
final class EventLines {

    private final List<LocalizedText> lines = new ArrayList<>();
    private final Map<PersonId, String> names;

    private EventLines(Map<PersonId, String> names) {
        this.names = names;
    }

    static List<LocalizedText> of(Event event, Map<PersonId, String> names) {
        EventLines l = new EventLines(names);
        l.read(event);
        return l.lines;
    }

    /** For whom the actor decided. */
    static @Nullable PersonId onBehalfOf(Event event) {
        if (event instanceof Event.ApprovalGiven e) {
            return e.onBehalfOf();
        } else if (event instanceof Event.ChangesRequested e) {
            return e.onBehalfOf();
        } else if (event instanceof Event.Rejected e) {
            return e.onBehalfOf();
        }
        return null;
    }

    private void read(Event event) {
        if (event instanceof Event.Created e) {
            digest(e.digest());
        } else if (event instanceof Event.Revised e) {
            line("Sürüm", "Revision", String.valueOf(e.revision()));
            digest(e.digest());
        } else if (event instanceof Event.SubmissionRefused e) {
            line("Neden", "Why", e.code());
            line("Eksik", "Missing", String.join(", ", e.missing()));
        } else if (event instanceof Event.Submitted e) {
            line("Hedef kitle", "Audience", String.valueOf(e.audienceSize()));
            digest(e.digest());
        } else if (event instanceof Event.FindingReleased e) {
            line("Bulgu", "Finding", e.code());
            line("Yasal dayanak", "Legal basis", e.release().legalBasis());
            line("Gerekçe", "Reason", e.release().reason());
        } else if (event instanceof Event.ApprovalGiven e) {
            line("Onay adımı", "Step", e.step());
            digest(e.digest());
        } else if (event instanceof Event.ApprovalsVoided e) {
            line("Geçersiz kalan", "Voided", String.valueOf(e.count()));
        } else if (event instanceof Event.Approved e) {
            digest(e.digest());
        } else if (event instanceof Event.ChangesRequested e) {
            decision(e.reason(), e.note());
        } else if (event instanceof Event.Rejected e) {
            decision(e.reason(), e.note());
        } else if (event instanceof Event.Cancelled e) {
            note(e.note());
        } else if (event instanceof Event.Expired e) {
            note(e.note());
        } else if (event instanceof Event.Scheduled e) {
            line("Gönderim zamanı (UTC)", "To be sent at (UTC)", e.sendAt().toString());
        } else if (event instanceof Event.SendingStarted e) {
            digest(e.digest());
        } else if (event instanceof Event.SendingRefused e) {
            decision(e.remark(), e.note());
        } else if (event instanceof Event.Expanded e) {
            line("Planlanan", "Planned", String.valueOf(e.planned()));
            line("Birleştirilen", "Folded", String.valueOf(e.folded()));
            line("Kullanılamayan", "Rejected", String.valueOf(e.rejected()));
            line("Dışarıda bırakılan", "Excluded", String.valueOf(e.excluded()));
        } else if (event instanceof Event.Paused e) {
            decision(e.remark(), e.note());
        } else {
            later(event);
        }
    }

    private void later(Event event) {
        if (event instanceof Event.ApprovalWithdrawn e) {
            line("Onay adımı", "Step", e.step());
            note(e.note());
        } else if (event instanceof Event.StepDelegated e) {
            line("Onay adımı", "Step", e.step());
            line("Devralan", "To", name(e.to()));
            note(e.note());
        } else if (event instanceof Event.StepReminded e) {
            line("Onay adımı", "Step", e.step());
        } else if (event instanceof Event.StepEscalated e) {
            line("Onay adımı", "Step", e.step());
        } else if (event instanceof Event.ExpiryNear e) {
            line("Sürenin sonu (UTC)", "Expires at (UTC)", e.expiresAt().toString());
        } else if (event instanceof Event.HandedOver e) {
            line("Yeni talep sahibi", "New requester", name(e.requester().person()));
            note(e.note());
        } else if (event instanceof Event.ReviewOpened e) {
            line("İzin", "Permission", e.review().permission());
            lines.add(e.review().kind().label());
            lines.add(e.review().reason());
        } else if (event instanceof Event.ReviewClosed e) {
            lines.add(
                    e.suitable()
                            ? LocalizedText.of("Uygun bulundu", "Found suitable")
                            : LocalizedText.of("Uygun bulunmadı", "Found not suitable"));
            note(e.note());
        } else if (event instanceof Event.Sent e) {
            e.counts().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(this::count);
        } else if (event instanceof Event.Noted e) {
            e.data().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(d -> line(d.getKey(), d.getKey(), d.getValue()));
        }
    }

    private void count(Map.Entry<String, Long> count) {
        LocalizedText label = LocalizedText.of(count.getKey(), count.getKey());
        for (DeliveryState s : DeliveryState.values()) {
            if (s.name().equals(count.getKey())) {
                label = s.label();
            }
        }
        line(label.tr(), label.en(), String.valueOf(count.getValue()));
    }

    private void decision(String code, String note) {
        LocalizedText reason = LocalizedText.of("Neden: " + code, "Reason: " + code);
        for (ReasonCode r : ReasonCode.values()) {
            if (r.name().equals(code)) {
                reason = LocalizedText.of(
                        "Neden: " + r.label().tr(), "Reason: " + r.label().en());
            }
        }
        lines.add(reason);
        note(note);
    }

    private void note(String note) {
        line("Not", "Note", note);
    }

    private void digest(String digest) {
        line("İçerik özeti", "Digest", digest.substring(0, Math.min(12, digest.length())) + "…");
    }

    private String name(PersonId person) {
        return names.getOrDefault(person, person.value());
    }

    private void line(String tr, String en, String value) {
        if (!value.isBlank()) {
            lines.add(LocalizedText.of(tr + ": " + value, en + ": " + value));
        }
    }
}
