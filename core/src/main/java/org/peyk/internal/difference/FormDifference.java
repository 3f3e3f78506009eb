package org.peyk.internal.difference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.RequestDifference.Part;
import org.peyk.spi.Detail;
import org.peyk.spi.InDoubtPolicy;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;
import org.peyk.spi.SourceDocument;

/** Compares two forms: what is said, and everything else that an approval binds to. */
public final class FormDifference {

    private final List<Part> parts = new ArrayList<>();
    private final RequestForm before;
    private final RequestForm after;

    private FormDifference(RequestForm before, RequestForm after) {
        this.before = before;
        this.after = after;
    }

    /** The parts that are different, texts first. */
    public static List<Part> of(RequestForm before, RequestForm after) {
        FormDifference d = new FormDifference(before, after);
        d.parts.addAll(ContentDifference.of(before.content(), after.content()));
        d.rest();
        return d.parts;
    }

    private void rest() {
        part("Hazır evrak", "Ready document", f -> document(f.content().source()));
        part("Amaç", "Purpose", f -> f.purpose().name());
        for (Detail d : Detail.values()) {
            part(d.label().tr(), d.label().en(), f -> f.details().getOrDefault(d, ""));
        }
        part("Hedef kitle", "Audience", f -> selections(f.audience().include()));
        part(
                "Hedef kitleden çıkarılanlar",
                "Left out of the audience",
                f -> selections(f.audience().exclude()));
        part(
                "Beklenen alıcı sayısı",
                "Expected recipients",
                f -> number(f.audience().expectedSize()));
        part(
                "Hedef kitle gerekçesi",
                "Reason for the audience",
                f -> text(f.audience().reason()));
        part("Gönderen", "Sender", f -> sender(f.sender()));
        part(
                "Yanıt adresi",
                "Reply address",
                f -> f.sender() == null ? "" : text(f.sender().replyTo()));
        part("Kanallar", "Channels", f -> f.channels().stream().map(Enum::name).collect(Collectors.joining("\n")));
        part("En erken gönderim", "Not before", f -> moment(f.window().notBefore()));
        part("En geç gönderim", "Not after", f -> moment(f.window().notAfter()));
        doubt();
        part(
                "Yanıtları karşılayan birim",
                "Unit that answers",
                f -> f.replyUnit() == null ? "" : f.replyUnit().value());
    }

    private void doubt() {
        part(
                "Durumu belirsiz ileti",
                "Message in doubt",
                f -> f.inDoubtPolicy() == InDoubtPolicy.HOLD ? "HOLD" : "RESEND");
    }

    private static String document(@Nullable SourceDocument d) {
        return d == null ? "" : text(d.registryNumber()) + " " + d.fileName() + " " + d.sha256();
    }

    private static String selections(List<Selection> selections) {
        return selections.stream()
                .map(s -> s.source() + "/" + s.group()
                        + s.filter().entrySet().stream()
                                .map(e -> " " + e.getKey() + "=" + e.getValue())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String sender(@Nullable Sender s) {
        return s == null ? "" : s.displayName() + " <" + s.address() + ">";
    }

    private static String number(OptionalLong n) {
        return n.isPresent() ? String.valueOf(n.getAsLong()) : "";
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private void part(String tr, String en, Function<RequestForm, String> value) {
        String old = value.apply(before);
        String now = value.apply(after);
        if (!old.equals(now)) {
            parts.add(new Part(LocalizedText.of(tr, en), WordDifference.of(old, now)));
        }
    }
}
