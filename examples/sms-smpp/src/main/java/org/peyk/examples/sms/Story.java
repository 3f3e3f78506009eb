package org.peyk.examples.sms;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jsmpp.SMPPConstant;
import org.peyk.CheckedFinding;
import org.peyk.DeliveryState;
import org.peyk.LedgerCounts;
import org.peyk.LedgerRow;
import org.peyk.MailRequest;
import org.peyk.Progress;
import org.peyk.RequestState;
import org.peyk.examples.sms.smsc.Reaction;
import org.peyk.examples.sms.smsc.Receipts;
import org.peyk.examples.sms.smsc.Submission;
import org.peyk.examples.sms.smsc.TakenMessage;
import org.peyk.examples.sms.text.SmsText;
import org.peyk.spi.Channel;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestId;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.RenderedMessage;

/** Tells the story in Turkish and holds each thing it says against what the centre and the mail transport really took. */
final class Story {

    private static final int PEOPLE = 12;
    private static final int MAILS = 12;
    private static final int MESSAGES = 8;
    private static final int REJECTED = 3;
    private static final String UNREACHABLE = "+905550000008";
    private static final String NUMBER = "+905550000001";
    private static final int ROWS = 100;
    private static final long LOOK_MILLIS = 50;
    private static final long PATIENCE_SECONDS = 60;

    private final Campus campus;
    private final PrintStream out;
    private final CountDownLatch mailsAreOut = new CountDownLatch(1);
    private boolean allHolds = true;

    Story(Campus campus, PrintStream out) {
        this.campus = campus;
        this.out = out;
        campus.centre.follow(this::waitForTheMails);
        campus.centre.sendReceipts(m -> m.number().equals(UNREACHABLE) ? Receipts.UNDELIVERABLE : Receipts.DELIVERED);
    }

    /** The centre is busy until all mails are out, so that it can be seen that the request waits for both. */
    private Reaction waitForTheMails(Submission submission) {
        return mailsAreOut.getCount() == 0 ? Reaction.TAKE : Reaction.refuse(SMPPConstant.STAT_ESME_RTHROTTLED);
    }

    /** Whether everything came out as it should. */
    boolean tell() throws InterruptedException {
        MailRequest request = approved();
        campus.process.start();
        RequestId id = request.id();
        campus.process.requests().schedule(Announcement.REQUESTER, id, null);
        until(() -> campus.mail.accepted().size() == MAILS);
        say("E-postalar gönderildi: " + campus.mail.accepted().size() + ". SMS merkezi meşgul, istek bekliyor.");
        claim(
                "E-postalar bitti, SMS bitmedi: istek kapanmadı",
                campus.process.requests().get(id).state() == RequestState.SENDING
                        && campus.centre.taken().isEmpty());
        mailsAreOut.countDown();
        until(() -> campus.process.requests().get(id).state() == RequestState.SENT);
        say("SMS gönderim işlemi bitirildi; durum: "
                + campus.process.requests().get(id).state().label().tr());
        inspect(request);
        receipts(id);
        say(allHolds ? "✓ Tamam: her şey tuttu." : "✗ Bir şey TUTMADI.");
        return allHolds;
    }

    private MailRequest approved() {
        MailRequest request = campus.process.requests().create(Announcement.requester(), Announcement.form(PEOPLE));
        say("Talep: " + request.form().content().versions().get(0).subject() + " (e-posta ve SMS, iki metin)");
        List<CheckedFinding> findings = campus.process.preparation().check(request);
        for (CheckedFinding f : findings) {
            say("  Onaylayan görür [" + f.finding().place().describe(Announcement.TURKISH) + ", "
                    + f.finding().place().language() + "]: "
                    + f.finding().message().tr());
        }
        claim(
                "Parça sayısı onaydan önce görünür",
                findings.stream().anyMatch(f -> f.finding().message().tr().contains("2 parça (GSM-7, Türkçe)")));
        preview(request, Announcement.TURKISH);
        preview(request, Locale.ENGLISH);
        MailRequest submitted = campus.process.requests().submit(Announcement.REQUESTER, request.id());
        MailRequest approved =
                campus.process.requests().approve(Announcement.APPROVER, request.id(), submitted.digest());
        say("Tek onay, iki metin; durum: " + approved.state().label().tr());
        return approved;
    }

    private void preview(MailRequest request, Locale language) {
        RenderedMessage shown = campus.process.preparation().preview(request, Channel.SMS, language, NUMBER);
        LanguageVersion version = request.form().content().versionFor(language).orElseThrow();
        String text = Objects.requireNonNull(version.smsText());
        claim(
                "Önizleme (" + language.getLanguage() + ") SMS'in kendisidir: " + shown.segments() + " parça",
                shown.segments() == SmsText.plan(text).segments());
    }

    /** What the centre and the mail transport took, against the ledger and the approved texts. */
    private void inspect(MailRequest request) {
        Progress progress = campus.process.sending().progress(request.id());
        LedgerCounts counts = progress.counts();
        List<TakenMessage> taken = campus.centre.taken();
        Set<String> numbers = taken.stream().map(TakenMessage::number).collect(Collectors.toSet());
        claim("Merkezin aldığı SMS: " + taken.size(), taken.size() == MESSAGES && numbers.size() == MESSAGES);
        Map<String, Long> texts = new TreeMap<>();
        for (TakenMessage message : taken) {
            String language = message.number().startsWith("+90") ? "tr" : "en";
            String approved = request.form()
                    .content()
                    .versionFor(Locale.forLanguageTag(language))
                    .map(LanguageVersion::smsText)
                    .orElse("");
            if (message.text().equals(approved)) {
                texts.merge(language, 1L, Long::sum);
            }
        }
        claim(
                "Her telefon onaylanan metni kendi dilinde aldı " + texts,
                texts.equals(Map.of("tr", MESSAGES - 1L, "en", 1L)));
        claim(
                "Kayıt tutuyor: planlanan " + counts.planned() + " = toplam " + counts.total(),
                counts.balanced()
                        && counts.of(DeliveryState.SENT) == MAILS + MESSAGES
                        && counts.folded() == 1
                        && counts.rejected() == REJECTED);
        campus.process
                .sending()
                .rejected(request.id(), ROWS)
                .forEach(r -> say("  Gönderilmeyen satır " + r.position() + ": "
                        + r.reason().tr()));
    }

    private void receipts(RequestId id) throws InterruptedException {
        until(() -> {
            campus.process.replies().poll();
            Map<IncomingKind, Long> counts = campus.process.replies().counts(id);
            return counts.getOrDefault(IncomingKind.DELIVERY_NOTICE, 0L) == MESSAGES - 1
                    && counts.getOrDefault(IncomingKind.BOUNCE, 0L) == 1;
        });
        List<LedgerRow> bounced =
                campus.process.sending().rows(id, DeliveryState.SENT, new DeliveryId(0), ROWS).stream()
                        .filter(r -> r.bouncedAt() != null)
                        .toList();
        claim(
                "Alındı bilgileri kayda geçti: " + (MESSAGES - 1) + " teslim, 1 teslim edilemedi",
                bounced.size() == 1 && bounced.get(0).channel() == Channel.SMS);
    }

    private void until(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("it takes too long");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private void claim(String what, boolean holds) {
        allHolds &= holds;
        say((holds ? "  ✓ " : "  ✗ TUTMADI: ") + what);
    }

    private void say(String line) {
        out.println(line);
    }
}
