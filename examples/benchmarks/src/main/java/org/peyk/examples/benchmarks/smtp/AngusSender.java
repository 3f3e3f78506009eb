package org.peyk.examples.benchmarks.smtp;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Angus Mail: a connection for each message as it comes, or one that is held. */
final class AngusSender implements Sender {
    private final boolean held;

    AngusSender(boolean held) {
        this.held = held;
    }

    static Properties properties(Job job, boolean noDelay) {
        String protocol = job.tls() ? "smtps" : "smtp";
        Properties p = new Properties();
        p.setProperty("mail.transport.protocol", protocol);
        p.setProperty("mail." + protocol + ".host", "127.0.0.1");
        p.setProperty("mail." + protocol + ".port", String.valueOf(job.port()));
        p.setProperty("mail." + protocol + ".localhost", "sender.invalid");
        if (noDelay && !job.tls()) {
            p.setProperty("mail.smtp.socketFactory.class", NoDelaySocketFactory.class.getName());
        } else if (noDelay) {
            p.setProperty("mail.smtps.ssl.socketFactory.class", NoDelayTlsFactory.class.getName());
        }
        return p;
    }

    static void fill(MimeMessage message, Job job, Letter letter, int n) throws Exception {
        message.setFrom(new InternetAddress(Letter.FROM, Letter.FROM_NAME, "UTF-8"));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(Letter.recipient(n), Letter.name(n), "UTF-8"));
        message.setSubject(Letter.SUBJECT, "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(job, n), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(job, n), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, html));
    }

    @Override
    public void send(Job job) throws Exception {
        Letter letter = new Letter(job.bytes());
        Properties properties = properties(job, held);
        Sender.lanes(job, numbers -> {
            Session session = Session.getInstance(properties);
            if (held) {
                overOne(session, job, letter, numbers);
            } else {
                overMany(session, job, letter, numbers);
            }
        });
    }

    private static void overMany(Session session, Job job, Letter letter, Numbers numbers) throws Exception {
        for (int n = numbers.next(); n >= 0; n = numbers.next()) {
            MimeMessage message = new MimeMessage(session);
            fill(message, job, letter, n);
            Transport.send(message);
        }
    }

    private static void overOne(Session session, Job job, Letter letter, Numbers numbers) throws Exception {
        try (Transport transport = session.getTransport()) {
            transport.connect();
            for (int n = numbers.next(); n >= 0; n = numbers.next()) {
                MimeMessage message = new MimeMessage(session);
                fill(message, job, letter, n);
                message.saveChanges();
                transport.sendMessage(message, recipients(message));
            }
        }
    }

    private static Address[] recipients(MimeMessage message) throws MessagingException {
        return message.getAllRecipients();
    }
}
