package org.peyk.examples.quickstart;

import java.nio.file.Path;
import org.peyk.MailProcess;
import org.peyk.MailRequest;
import org.peyk.Requests;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.smtp.SmtpTransport;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.directory.Directory;

/** The lines that the README shows, as something that compiles and runs. */
final class Snippet {

    private Snippet() {}

    /**
     * Who and what the lines are about.
     *
     * @param directory the people
     * @param policy who must approve what
     * @param elif who asks
     * @param library her unit
     * @param head who approves
     * @param form what is asked for
     */
    record Portal(
            Directory directory,
            ApprovalPolicy policy,
            PersonId elif,
            UnitId library,
            PersonId head,
            RequestForm form) {}

    /** Runs the lines; the caller closes the process. */
    static MailProcess run(Portal portal, Path storeDirectory, Path recipientsCsv, String relayUrl) {
        Directory directory = portal.directory();
        ApprovalPolicy policy = portal.policy();
        PersonId elif = portal.elif();
        UnitId library = portal.library();
        PersonId head = portal.head();
        RequestForm form = portal.form();
        // tag::snippet
        MailProcess process = MailProcess.builder()
                .store(storeDirectory)
                .directory(directory)
                .policy(policy)
                .recipientSource(CsvRecipientSource.of("readers", recipientsCsv))
                .transport(SmtpTransport.ofUrl(relayUrl))
                .build()
                .start();
        Requests requests = process.requests();
        RequestId id = requests.create(Requester.of(elif, library), form).id();
        MailRequest seen = requests.submit(elif, id);
        requests.approve(head, id, seen.digest()); // one comma later this would be refused
        requests.schedule(elif, id, null); // as soon as its window allows
        // end::snippet
        return process;
    }
}
