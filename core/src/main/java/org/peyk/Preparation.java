package org.peyk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.calendar.LeadTimes;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.calendar.WorkingDate;
import org.peyk.internal.approval.PolicyRunner;
import org.peyk.internal.approval.Standings;
import org.peyk.internal.check.CheckRunner;
import org.peyk.internal.check.Completeness;
import org.peyk.internal.check.EventEnd;
import org.peyk.internal.content.HtmlCleaner;
import org.peyk.internal.content.HtmlText;
import org.peyk.internal.content.ReadyDocuments;
import org.peyk.internal.difference.WordDifference;
import org.peyk.internal.duplicate.DuplicateCheck;
import org.peyk.internal.duplicate.DuplicateFinder;
import org.peyk.internal.lifecycle.Command.Submission;
import org.peyk.internal.plugin.CorrectionAudience;
import org.peyk.internal.plugin.Sources;
import org.peyk.spi.Audience;
import org.peyk.spi.Channel;
import org.peyk.spi.Content;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestView;
import org.peyk.spi.SourceDocument;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.PolicyAnswer;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.recipient.RecipientSourceException;
import org.peyk.spi.transport.RenderedMessage;

/**
 * Everything that helps to get a request ready, without changing it: what is missing, what the checks find, who would have to approve and
 * why, how many people would get it. Asks plugins anew each time. Thread-safe; may take as long as the plugins do.
 */
public final class Preparation {

    private final Sources sources;
    private final CheckRunner checks;
    private final PolicyRunner policy;
    private final Standings standings;
    private final ReadyDocuments documents;
    private final PreviewDesk previews;
    private final AudienceDesk audiences;
    private final DuplicateFinder duplicates;
    private final Clock clock;
    private final WorkingCalendar calendar;
    private final LeadTimes leadTimes;
    private final ZoneId zone;

    Preparation(
            Sources sources,
            CheckRunner checks,
            PolicyRunner policy,
            Standings standings,
            ReadyDocuments documents,
            PreviewDesk previews,
            AudienceDesk audiences,
            DuplicateFinder duplicates,
            Clock clock,
            WorkingCalendar calendar,
            LeadTimes leadTimes,
            ZoneId zone) {
        this.sources = sources;
        this.checks = checks;
        this.policy = policy;
        this.standings = standings;
        this.documents = documents;
        this.previews = previews;
        this.audiences = audiences;
        this.duplicates = duplicates;
        this.clock = clock;
        this.calendar = calendar;
        this.leadTimes = leadTimes;
        this.zone = zone;
    }

    /**
     * What a form lacks before it may be submitted.
     *
     * @param form the form as it is
     * @return what is missing, in the order of the form; empty when it is complete
     */
    public List<Missing> missing(RequestForm form) {
        return Completeness.missing(form, clock.instant(), zone);
    }

    /**
     * What the checks find in a request now. A check that cannot be run is itself a blocking finding.
     *
     * @param request the request
     * @return the findings, masked, each with its release if it was let pass in this revision
     */
    public List<CheckedFinding> check(MailRequest request) {
        return findings(request, clock.instant());
    }

    /**
     * How many people an audience holds now.
     *
     * @param audience the audience
     * @return the numbers
     * @throws PeykException with {@link ErrorCode#AUDIENCE_UNREADABLE} when a source is unknown or cannot be read
     */
    public AudienceSize audienceSize(Audience audience) {
        try {
            return sources.size(audience);
        } catch (RecipientSourceException e) {
            throw new PeykException(ErrorCode.AUDIENCE_UNREADABLE, e.text(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeykException(ErrorCode.AUDIENCE_UNREADABLE, e);
        }
    }

    /**
     * Whom an audience holds now, for a look before approval: how many, from which groups, how many of them are on the list of exclusions, and
     * some people chosen at random.
     *
     * @param form the form; its purpose decides whether those who opted out are left out
     * @param sample how many people to show; 0 to 100
     * @return the numbers and the sample, addresses masked
     * @throws PeykException with {@link ErrorCode#AUDIENCE_UNREADABLE} when a source is unknown or cannot be read
     */
    public AudiencePreview audiencePreview(RequestForm form, int sample) {
        if (sample < 0 || sample > AudienceDesk.MOST_SAMPLED) {
            throw new IllegalArgumentException("sample must be between 0 and " + AudienceDesk.MOST_SAMPLED);
        }
        try {
            return audiences.preview(form, sample);
        } catch (RecipientSourceException e) {
            throw new PeykException(ErrorCode.AUDIENCE_UNREADABLE, e.text(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeykException(ErrorCode.AUDIENCE_UNREADABLE, e);
        }
    }

    /**
     * Who would have to approve a request if it were submitted now, and why ("Neden bu onay?").
     *
     * @param request the request
     * @return the plan, or the policy's denial
     * @throws PeykException with {@link ErrorCode#NO_POLICY} when no policy is configured, {@link ErrorCode#POLICY_FAILED} when it gives no
     *     answer, {@link ErrorCode#AUDIENCE_UNREADABLE} when the audience cannot be counted
     */
    public PolicyAnswer plan(MailRequest request) {
        Instant now = clock.instant();
        List<CheckedFinding> findings = findings(request, now);
        long size = audienceSize(request.form().audience()).persons();
        PolicyAnswer answer = policy.run(sized(request, size), DuplicateCheck.forPolicy(findings), now);
        if (answer == null) {
            throw new PeykException(ErrorCode.NO_POLICY, null);
        }
        return answer;
    }

    /**
     * The earliest day on which a mail of this kind can go out if its request were handed in now (en erken gönderim günü).
     *
     * @param form the form
     * @return the day, with a warning where the calendar does not know its year; nothing when the purpose needs no lead time
     */
    public Optional<WorkingDate> earliest(RequestForm form) {
        return leadTimes.of(form.purpose()).map(lead -> calendar.earliest(clock.instant(), lead, zone));
    }

    /**
     * Takes a mail's text from a ready document (hazır evrak): {@code .docx}, {@code .pdf}, {@code .txt}, {@code .html}, or whatever the
     * registered readers know.
     *
     * @param input the file
     * @param registryNumber its number in the document management system (EBYS), or null to take the one it states
     * @param language the language it is written in
     * @return text, facts and provenance, for the requester to look over
     * @throws PeykException with {@link ErrorCode#DOCUMENT_UNREADABLE} when it cannot be read or holds no text, such as a scanned picture
     */
    public ReadyDocument readDocument(DocumentInput input, @Nullable String registryNumber, Locale language) {
        return documents.read(input, registryNumber, language);
    }

    /**
     * What the mail says otherwise than the ready document (hazır evrak) its text was taken from, word by word: the document's text as it was
     * read, against the plain text of the first language. Runs of blanks and line ends count as one blank, as documents break lines in their
     * own way.
     *
     * @param request the request
     * @return both texts in reading order, what only the document says as removed; empty when no document is named
     */
    public Optional<List<TextPiece>> differenceFromDocument(MailRequest request) {
        Content content = request.form().content();
        SourceDocument source = content.source();
        if (source == null || content.versions().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(WordDifference.of(
                oneLine(source.extractedText()),
                oneLine(content.versions().get(0).text())));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /**
     * What a reader would get, made by the transport that will send it: the very bytes, but for the Message-ID, the date, and what belongs to
     * one recipient. Its {@link RenderedMessage#bodySha256} is the one of the message that leaves.
     *
     * @param request the request; what is previewed is its present form
     * @param channel on which channel
     * @param language the reader's language, or null for the request's first one
     * @param recipient an address for the header, usually of whoever looks
     * @return the message
     * @throws PeykException with {@link ErrorCode#INCOMPLETE} when there is no text or sender yet, {@link ErrorCode#NO_TRANSPORT} when nothing
     *     serves the channel, {@link ErrorCode#ADDRESS_MALFORMED} when the channel cannot reach the address, {@link ErrorCode#PLUGIN_FAILED}
     *     when the transport cannot make the message
     */
    public RenderedMessage preview(MailRequest request, Channel channel, @Nullable Locale language, String recipient) {
        return previews.show(request, channel, language, recipient);
    }

    /**
     * Other requests that say much the same and were handed in within the window of {@link MailProcessBuilder#duplicates} (mükerrer): those
     * in approval, approved, being sent and sent. Drafts, and what was sent back, refused, cancelled or expired, are not among them. Requests
     * that are handed in at the very same moment may not see each other then; asked later, as an approver's page does, they do.
     *
     * @param request the request; its present form is compared
     * @return the other requests, the most alike first; empty when there are none
     * @throws StoreException when the store cannot be reached
     */
    public List<Duplicate> duplicates(MailRequest request) {
        return duplicates.find(request.id(), request.form().content(), clock.instant());
    }

    /**
     * Makes HTML fit for a mail: what runs, loads from elsewhere, asks for input or hides text is removed.
     *
     * @param html an HTML document or a part of one, from whatever source
     * @return the clean HTML, its plain text, and what was removed
     */
    public CleanedHtml cleanHtml(String html) {
        HtmlCleaner.Cleaned cleaned = HtmlCleaner.clean(html);
        return new CleanedHtml(cleaned.html(), HtmlText.of(cleaned.html()), cleaned.removed());
    }

    /**
     * Gathers all that decides about a submission. Of an incomplete form nothing else is asked, as that alone refuses it.
     *
     * @throws PeykException when a plugin that must answer does not
     */
    Submission submission(MailRequest request) {
        Instant now = clock.instant();
        List<Missing> missing = Completeness.missing(request.form(), now, zone);
        if (!missing.isEmpty()) {
            return new Submission(missing, List.of(), 0, null, Set.of());
        }
        List<CheckedFinding> findings = findings(request, now);
        long size = audienceSize(request.form().audience()).persons();
        @Nullable PolicyAnswer answer = policy.run(sized(request, size), DuplicateCheck.forPolicy(findings), now);
        Set<String> withoutApprover = answer instanceof ApprovalPlan plan
                ? standings.stepsWithoutApprover(plan, request.touchers(), now)
                : Set.of();
        return new Submission(
                missing,
                findings,
                size,
                answer,
                withoutApprover,
                times(request.form(), now),
                audiences.sizeAnswers(request));
    }

    /**
     * What the policy says now of a request that was approved with a permission, that use of it left out of account.
     *
     * @return the plan or the denial; null when no policy is configured
     * @throws PeykException when a plugin that must answer does not
     */
    @Nullable
    PolicyAnswer again(MailRequest request, String permission) {
        Instant now = clock.instant();
        List<CheckedFinding> findings = findings(request, now);
        long size = audienceSize(request.form().audience()).persons();
        return policy.again(sized(request, size), findings, now, permission);
    }

    /** What the checks find; that a correction says much the same as what it corrects is no finding. */
    private List<CheckedFinding> findings(MailRequest request, Instant now) {
        List<CheckedFinding> found =
                checks.run(CorrectionAudience.shown(request.view()), request.releases(), now, zone);
        List<String> corrected = CorrectionAudience.corrected(request.form().audience());
        return corrected.isEmpty()
                ? found
                : found.stream()
                        .filter(f -> !f.finding().code().equals(DuplicateCheck.DUPLICATE)
                                || !corrected.contains(f.finding().excerpt()))
                        .toList();
    }

    private RequestTimes times(RequestForm form, Instant now) {
        Instant end = EventEnd.of(form, zone);
        if (CorrectionAudience.is(form.audience())) {
            // it goes out as soon as it is approved
            return new RequestTimes(null, null, end);
        }
        return leadTimes
                .of(form.purpose())
                .map(lead -> calendar.earliest(now, lead, zone).date())
                .map(day -> new RequestTimes(day.atStartOfDay(zone).toInstant(), day, end))
                .orElse(new RequestTimes(null, null, end));
    }

    private static RequestView sized(MailRequest r, long size) {
        return CorrectionAudience.shown(
                new RequestView(r.id(), r.revision(), r.requester(), r.form(), size, r.digest()));
    }
}
