package org.peyk.examples.quickstart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.RefusedException.Refusal;
import org.peyk.RequestDifference;
import org.peyk.RequestState;
import org.peyk.TextPiece;
import org.peyk.TextPiece.Kind;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;

/** One approval is given, one comma is changed, and the approval is void. */
final class TheComma implements Chapter {

    private static final String BEFORE = "nasıl değiştirdiğini herkesin anlayabileceği";
    private static final String AFTER = "nasıl değiştirdiğini, herkesin anlayabileceği";
    private static final int DIGITS = 8;
    private static final int AROUND = 24;

    @Override
    public Line title() {
        return Line.VOIDED;
    }

    @Override
    public void play(Stage stage) {
        Console console = stage.console();
        stage.clock().skip(Duration.ofMinutes(27));
        MailRequest seen = stage.request();
        stage.become(stage.process().requests().approve(Cast.DEAN.id(), seen.id(), seen.digest()));
        console.good(Line.APPROVED_BY, Cast.DEAN.fullName(), steps(stage.request()), given(stage.request()));

        stage.clock().skip(Duration.ofMinutes(13));
        Content content = seen.form().content();
        stage.revise(
                stage.request().form().toBuilder().content(withComma(content)).build());
        console.text(Line.COMMA, Cast.REQUESTER.fullName(), AFTER);
        MailRequest now = stage.request();
        if (now.state() != RequestState.IN_APPROVAL || !now.approvals().isEmpty()) {
            throw new IllegalStateException("an approval outlived a change of the text");
        }
        console.refused(
                Line.VOID,
                now.state().label(),
                steps(now),
                given(now),
                seen.digest().substring(0, DIGITS),
                now.digest().substring(0, DIGITS));

        RequestDifference difference = stage.process().requests().difference(now.id(), seen.revision(), now.revision());
        console.text(Line.DIFFERENCE, marked(difference));
        stage.claims()
                .check(
                        words(difference, Kind.ADDED).equals(words(difference, Kind.REMOVED) + ","),
                        Line.CLAIM_DIFFERENCE);

        Refusal stale = stage.refused(
                ErrorCode.APPROVAL_STALE,
                () -> stage.process().requests().approve(Cast.STAFF_OFFICE.id(), now.id(), seen.digest()));
        console.refused(Line.STALE, Cast.STAFF_OFFICE.fullName(), stale.code().code(), stale.text());
        Refusal own = stage.refused(
                ErrorCode.APPROVER_TOUCHED,
                () -> stage.process().requests().approve(Cast.REQUESTER.id(), now.id(), now.digest()));
        console.refused(Line.FOUR_EYES, Cast.REQUESTER.fullName(), own.code().code(), own.text());
    }

    /** What stands in one of the two texts alone; the text as it is read is the first part that is different. */
    private static String words(RequestDifference difference, Kind kind) {
        return difference.parts().get(0).pieces().stream()
                .filter(p -> p.kind() == kind)
                .map(TextPiece::text)
                .collect(Collectors.joining())
                .strip();
    }

    /** The first difference with a few letters around it. */
    private static String marked(RequestDifference difference) {
        StringBuilder text = new StringBuilder();
        for (TextPiece p : difference.parts().get(0).pieces()) {
            text.append(
                    switch (p.kind()) {
                        case SAME -> p.text();
                        case REMOVED -> "[-" + p.text() + "-]";
                        case ADDED -> "[+" + p.text() + "+]";
                    });
        }
        int mark = text.indexOf("[");
        return text.substring(Math.max(0, mark - AROUND), Math.min(text.length(), mark + AROUND));
    }

    private static Content withComma(Content content) {
        List<LanguageVersion> versions = new ArrayList<>(content.versions());
        LanguageVersion v = versions.get(0);
        String html = v.html();
        versions.set(
                0,
                new LanguageVersion(
                        v.language(), v.subject(), html == null ? null : comma(html), comma(v.text()), v.smsText()));
        return new Content(versions, content.attachments(), content.source());
    }

    private static String comma(String text) {
        String changed = text.replace(BEFORE, AFTER);
        if (changed.length() != text.length() + 1) {
            throw new IllegalStateException("the place of the comma is not in the text once");
        }
        return changed;
    }

    private static int steps(MailRequest request) {
        return request.plan() == null ? 0 : request.plan().steps().size();
    }

    private static int given(MailRequest request) {
        return request.approvals().size();
    }
}
