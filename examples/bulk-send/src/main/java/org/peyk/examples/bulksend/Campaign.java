package org.peyk.examples.bulksend;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyk.CheckedFinding;
import org.peyk.DeliveryState;
import org.peyk.ErrorCode;
import org.peyk.MailProcess;
import org.peyk.MailProcessBuilder;
import org.peyk.MailRequest;
import org.peyk.Missing;
import org.peyk.PeykException;
import org.peyk.Progress;
import org.peyk.ReadyDocument;
import org.peyk.RefusedException;
import org.peyk.RequestState;
import org.peyk.SendingConfig;
import org.peyk.smtp.SmtpTransport;
import org.peyk.spi.Audience;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Sender;
import org.peyk.spi.Sha256;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.recipient.RecipientSourceException;

/** One sending from the files to the last recipient, over as many starts as it takes. */
final class Campaign implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 100;
    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private final Options options;
    private final PrintStream out;
    private final PrintStream err;
    private final RecipientFile recipients;
    private final SmtpTransport transport;
    private final StoreAddress store;
    private final @Nullable Path temporary;
    private final MailProcess process;

    private Campaign(
            Options options,
            PrintStream out,
            PrintStream err,
            RecipientFile recipients,
            SmtpTransport transport,
            StoreAddress store,
            @Nullable Path temporary) {
        this.options = options;
        this.out = out;
        this.err = err;
        this.recipients = recipients;
        this.transport = transport;
        this.store = store;
        this.temporary = temporary;
        SendingConfig sending = SendingConfig.builder()
                .connections(options.connections())
                .intentWindow(options.window())
                // whoever starts a sending by hand waits for it, and chose to send again by an option
                .inDoubtHold(java.time.Duration.ZERO)
                .build();
        MailProcessBuilder builder = store.use(MailProcess.builder())
                .directory(People.directory())
                .policy(People.policy())
                .recipientSource(recipients.source())
                .transport(transport)
                .sending(sending);
        if (options.node() != null) {
            builder.node(options.node());
        }
        this.process = builder.build();
    }

    /** Opens store and transport. A dry run uses a store of its own that is thrown away. */
    static Campaign open(Options options, PrintStream out, PrintStream err) {
        SmtpTransport transport = Relay.of(options);
        StoreAddress store = null;
        try {
            Path temporary = options.dryRun() ? Files.createTempDirectory("bulk-send-dry-run") : null;
            store = temporary == null ? StoreAddress.open(options) : StoreAddress.in(temporary);
            return new Campaign(options, out, err, new RecipientFile(options), transport, store, temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            if (store != null) {
                store.close();
            }
            transport.close();
            throw e;
        }
    }

    /**
     * Does what is left to do.
     *
     * @return whether every recipient has a final state
     */
    boolean run() throws RecipientSourceException, InterruptedException {
        if (!transport.accepts(options.from())) {
            throw new PeykException(ErrorCode.ADDRESS_MALFORMED, null);
        }
        RecipientFile.Look look = recipients.look(transport);
        if (look.malformed() > 0) {
            String where = look.places().isEmpty() ? "" : " (" + String.join(", ", look.places()) + ")";
            err.println(ErrorCode.ADDRESS_MALFORMED.code() + ": " + look.malformed()
                    + " satırın adresi geçersiz, onlara gönderilmeyecek" + where + ".");
            err.println(ErrorCode.ADDRESS_MALFORMED.code() + ": " + look.malformed()
                    + " rows have no well-formed address and are not mailed" + where + ".");
        }
        if (look.usable() == 0) {
            throw new PeykException(ErrorCode.AUDIENCE_EMPTY, null);
        }
        RequestForm form = form();
        MailRequest request = process.requests().create(People.requester(), form, key(form));
        if (options.dryRun()) {
            return show(request);
        }
        return send(request);
    }

    private RequestForm form() {
        ReadyDocument document = read(options.content());
        LanguageVersion read = document.content().versions().get(0);
        LanguageVersion version =
                new LanguageVersion(TURKISH, options.subject(), read.html(), read.text(), read.smsText());
        long size = process.preparation()
                .audienceSize(Audience.of(RecipientFile.ALL))
                .persons();
        return RequestForm.builder(Purpose.INFORMATION)
                .detail(Detail.CONTACT, options.from())
                .content(new Content(
                        List.of(version), List.of(), document.content().source()))
                .audience(Audience.of(RecipientFile.ALL).expecting(size))
                .sender(new Sender(options.from(), "", null))
                .inDoubt(options.inDoubt())
                .build();
    }

    private ReadyDocument read(Path file) {
        try {
            String name = Objects.requireNonNull(file.getFileName()).toString();
            return process.preparation().readDocument(new DocumentInput(name, "", ByteSource.of(file)), null, TURKISH);
        } catch (IOException e) {
            throw new PeykException(ErrorCode.DOCUMENT_UNREADABLE, e);
        }
    }

    /** The same files and subject are the same sending, however often it is started and whatever else is set. */
    private String key(RequestForm form) throws RecipientSourceException {
        String list = recipients.source().fingerprint(RecipientFile.ALL).orElse("");
        LanguageVersion v = form.content().versions().get(0);
        String all = String.join("\n", list, v.subject(), String.valueOf(v.html()), v.text(), options.from());
        return "bulk-send/" + Sha256.hex(all.getBytes(StandardCharsets.UTF_8));
    }

    private boolean show(MailRequest request) {
        List<CheckedFinding> findings = process.preparation().check(request);
        show(findings);
        List<Missing> missing = process.preparation().missing(request.form());
        for (Missing m : missing) {
            out.println("eksik / missing: " + m.label().tr() + " / " + m.label().en());
        }
        boolean open = findings.stream().anyMatch(CheckedFinding::open);
        if (process.preparation().plan(request) instanceof ApprovalPlan plan) {
            for (ApprovalStep step : plan.steps()) {
                out.println("onay / approval: " + step.reason().tr() + " / "
                        + step.reason().en());
            }
        }
        long people =
                process.preparation().audienceSize(request.form().audience()).persons();
        out.println("plan: " + people + " kişi / people, " + options.connections() + " bağlantı / connections, "
                + "belirsizde / in doubt: " + options.inDoubt());
        out.println(new Summary(people, java.util.Map.of(), 0, "DRY_RUN").json());
        return !open && missing.isEmpty();
    }

    private void show(List<CheckedFinding> findings) {
        for (CheckedFinding f : findings) {
            out.println("bulgu / finding: " + f.finding().severity() + " "
                    + f.finding().code() + " ["
                    + f.finding().place().describe(TURKISH) + "] " + f.finding().excerpt() + " "
                    + f.finding().message().tr() + " / " + f.finding().message().en());
        }
    }

    private boolean send(MailRequest request) throws InterruptedException {
        long began = System.nanoTime();
        MailRequest r = advance(request);
        process.start();
        r = await(r);
        Progress p = process.sending().progress(r.id());
        if (r.state() != RequestState.SENT) {
            String note = r.note() == null ? "" : r.note();
            err.println(ErrorCode.STATE.code() + ": Gönderim tamamlanmadı ("
                    + r.state().label().tr() + "). " + note);
            err.println(ErrorCode.STATE.code() + ": The sending did not end ("
                    + r.state().label().en() + "). " + note);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        out.println(new Summary(
                        p.counts().planned(),
                        p.counts().states(),
                        seconds,
                        r.state().name())
                .json());
        return r.state() == RequestState.SENT;
    }

    /** Takes the request from wherever an earlier start left it to where the process sends it by itself. */
    private MailRequest advance(MailRequest request) {
        MailRequest r = request;
        while (true) {
            switch (r.state()) {
                case DRAFT, CHANGES_REQUESTED -> r = submit(r);
                case IN_APPROVAL -> r = process.requests().approve(People.APPROVER, r.id(), r.digest());
                case APPROVED -> r = process.requests().schedule(People.REQUESTER, r.id(), null);
                case PAUSED -> r = process.requests().resume(People.REQUESTER, r.id());
                default -> {
                    return r;
                }
            }
        }
    }

    private MailRequest submit(MailRequest r) {
        try {
            return process.requests().submit(People.REQUESTER, r.id());
        } catch (RefusedException e) {
            show(e.refusal().findings());
            throw e;
        }
    }

    private MailRequest await(MailRequest request) throws InterruptedException {
        boolean terminal = System.console() != null;
        ProgressLine line = new ProgressLine(out, terminal);
        MailRequest r = request;
        while (!r.state().terminal()
                && r.state() != RequestState.PAUSED
                && r.state() != RequestState.CHANGES_REQUESTED) {
            Progress p = process.sending().progress(r.id());
            line.show(
                    p.counts().planned() - p.counts().open(),
                    p.counts().planned(),
                    p.counts().of(DeliveryState.IN_DOUBT),
                    r.state());
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            r = process.requests().get(r.id());
        }
        line.end();
        return r;
    }

    @Override
    public void close() {
        process.close();
        store.close();
        if (temporary != null) {
            try (Stream<Path> files = Files.walk(temporary)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            } catch (IOException e) {
                err.println(temporary + ": " + e.getClass().getSimpleName());
            }
        }
    }
}
