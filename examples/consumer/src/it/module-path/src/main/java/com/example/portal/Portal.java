package com.example.portal;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.peyk.MailProcess;
import org.peyk.MailRequest;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Requester;
import org.peyk.spi.UnitId;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.transport.Transport;

/** Finds the plugins that came with the dependencies. */
public final class Portal {

    private Portal() {}

    /**
     * Fails when a plugin is missing.
     *
     * @param args none
     */
    public static void main(String[] args) {
        expect("Transport", ServiceLoader.load(Transport.class), "org.peyk.smtp.");
        expect("ContentCheck", ServiceLoader.load(ContentCheck.class), "org.peyk.kvkk.");
        expect("DocumentReader", ServiceLoader.load(DocumentReader.class), "org.peyk.kvkk.");
        open(Path.of("target", "store-" + System.nanoTime()));
    }

    /** Opens the process on its embedded store and asks it something, which needs every library it is made of. */
    private static void open(Path store) {
        StaticDirectory directory = StaticDirectory.builder()
                .person(PersonId.of("P-1"), "Elif", UnitId.of("U-1"), null)
                .build();
        try (MailProcess process = MailProcess.builder()
                .store(store)
                .directory(directory)
                .build()
                .start()) {
            RequestForm form = RequestForm.builder(Purpose.INVITATION).build();
            MailRequest draft = process.requests().create(Requester.of(PersonId.of("P-1"), UnitId.of("U-1")), form);
            System.out.println("MailProcess: " + process.requests().get(draft.id()).state() + ", "
                    + process.preparation().missing(form).size() + " missing");
            if (!process.audit().verify().isEmpty()) {
                throw new IllegalStateException("the audit trail does not verify");
            }
        }
    }

    private static <T> void expect(String kind, ServiceLoader<T> plugins, String home) {
        List<String> found = plugins.stream()
                .map(plugin -> plugin.type().getName())
                .filter(name -> name.startsWith(home))
                .toList();
        System.out.println(kind + ": " + found);
        if (found.isEmpty()) {
            throw new IllegalStateException("no " + kind + " from " + home + " on the path");
        }
    }
}
