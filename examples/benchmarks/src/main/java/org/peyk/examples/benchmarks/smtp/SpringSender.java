package org.peyk.examples.benchmarks.smtp;

import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Spring's JavaMailSender, which holds a connection for one call: so it is given arrays. */
final class SpringSender implements Sender {
    private static final int ARRAY = 100;

    @Override
    public void send(Job job) throws Exception {
        Letter letter = new Letter(job.bytes());
        Sender.lanes(job, numbers -> {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setJavaMailProperties(AngusSender.properties(job, true));
            sender.setProtocol(job.tls() ? "smtps" : "smtp");
            sender.setHost("127.0.0.1");
            sender.setPort(job.port());
            List<MimeMessage> array = new ArrayList<>();
            for (int n = numbers.next(); n >= 0; n = numbers.next()) {
                MimeMessage message = sender.createMimeMessage();
                AngusSender.fill(message, job, letter, n);
                array.add(message);
                if (array.size() == ARRAY) {
                    sender.send(array.toArray(new MimeMessage[0]));
                    array.clear();
                }
            }
            if (!array.isEmpty()) {
                sender.send(array.toArray(new MimeMessage[0]));
            }
        });
    }
}
