package org.peyk.examples.quickstart;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.peyk.ErrorCode;
import org.peyk.Missing;
import org.peyk.RefusedException.Refusal;
import org.peyk.spi.Audience;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;
import org.peyk.spi.SendingWindow;

/** The faculty asks for an invitation and forgets to say where it is and who holds it. */
final class TheRequest implements Chapter {

    /** Name of the recipient list among the sources. */
    static final String LIST = "alicilar";

    static final String SUBJECT = "Davet: Yapay Zekâ ve Toplum Günleri, 17 Aralık 2026 Perşembe 14.00";
    static final String SENDER = "duyuru@ornek.edu.tr";
    static final String REPLY_ADDRESS = "yanit@ornek.edu.tr";

    private static final long EXPECTED = 2_000;
    private static final LocalDateTime EVENT = LocalDateTime.of(2026, 12, 17, 14, 0);

    @Override
    public Line title() {
        return Line.REQUEST;
    }

    @Override
    public void play(Stage stage) {
        Console console = stage.console();
        RequestForm form = form(stage.clock().getZone());
        console.text(Line.ASKS, Cast.REQUESTER.fullName(), Cast.REQUESTER.office());
        console.field(Line.ASKED_FOR, console.say(form.purpose().label()));
        console.field(
                Line.AUDIENCE,
                console.say(
                        Line.AUDIENCE_VALUE,
                        form.audience().include().stream().map(Selection::group).collect(Collectors.joining(", ")),
                        EXPECTED));

        stage.become(stage.process().requests().create(Requester.of(Cast.REQUESTER.id(), Cast.FACULTY), form));
        stage.clock().skip(Duration.ofMinutes(4));
        Refusal refusal = stage.refused(
                ErrorCode.INCOMPLETE,
                () -> stage.process()
                        .requests()
                        .submit(Cast.REQUESTER.id(), stage.request().id()));
        console.refused(Line.NOT_SUBMITTED, refusal.code().code(), refusal.text());
        for (Missing m : refusal.missing()) {
            console.item(console.say(Line.ASK, m.label(), m.request()));
        }
        console.text(Line.STATE, stage.request().state().label());
    }

    private static RequestForm form(ZoneId zone) {
        String text = "Fakültemizin “Yapay Zekâ ve Toplum Günleri” konferansına hepinizi bekliyoruz.";
        return RequestForm.builder(Purpose.INVITATION)
                .detail(Detail.DATE, EVENT.toLocalDate().toString())
                .detail(Detail.TIME, EVENT.toLocalTime().toString())
                .detail(Detail.CONTACT, "dahili 2145")
                .content(Content.of(LanguageVersion.plain(Options.TURKISH, SUBJECT, text)))
                .audience(Audience.of(
                                Selection.of(LIST, Cast.ACADEMICS),
                                Selection.of(LIST, Cast.STAFF),
                                Selection.of(LIST, Cast.STUDENTS))
                        .expecting(EXPECTED))
                .sender(new Sender(SENDER, "Örnek Üniversitesi", REPLY_ADDRESS))
                .window(new SendingWindow(null, EVENT.atZone(zone).toInstant()))
                .build();
    }
}
