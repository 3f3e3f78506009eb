package org.peyk.spi.tck;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peyk.spi.mailbox.AnswerMail;
import org.peyk.spi.mailbox.SenderAuthentication;

/** Reads answers as far as the contract's own mails need it: right in everything, but for one defect. */
final class AnswerJudge {
    static final String SERVER = "mx.universite.example";
    private static final Pattern ID = Pattern.compile("<[^<>@\\s]+@[^<>\\s]+>");
    private static final Pattern DOMAIN = Pattern.compile("dmarc=(pass|fail) header.from=(\\S+)");

    private final MailboxDefect defect;

    AnswerJudge(MailboxDefect defect) {
        this.defect = defect;
    }

    private boolean is(MailboxDefect other) {
        return defect == other;
    }

    AnswerMail judge(byte[] bytes) {
        MailText mail = MailText.of(bytes);
        String subject = mail.values("Subject").stream().findFirst().orElse("");
        if (mail.values("From").isEmpty() && subject.isEmpty() && is(MailboxDefect.CANNOT_JUDGE_DAMAGE)) {
            throw new IllegalStateException("no header");
        }
        String text = new String(mail.body(), StandardCharsets.UTF_8);
        String sender = sender(mail);
        return new AnswerMail(
                sender,
                sender == null ? SenderAuthentication.NONE : authentication(mail, sender),
                !mail.values("Auto-Submitted").isEmpty() && !is(MailboxDefect.MACHINES_ARE_PEOPLE),
                (subject.startsWith("Fwd:") || !mail.values("Resent-From").isEmpty())
                        && !is(MailboxDefect.FORWARDS_ARE_ANSWERS),
                is(MailboxDefect.STRIPS_QUOTATIONS) ? text.replaceAll("(?m)^>.*$", "") : text,
                null,
                references(mail));
    }

    private String sender(MailText mail) {
        if (is(MailboxDefect.ANSWERS_TO_REPLY_TO) && !mail.values("Reply-To").isEmpty()) {
            return mail.values("Reply-To").get(0);
        }
        List<String> from = mail.values("From");
        if (is(MailboxDefect.TAKES_THE_FIRST_WRITER) && !from.isEmpty()) {
            return from.get(0).split(",")[0];
        }
        return from.size() == 1 && !from.get(0).contains(",") ? from.get(0) : null;
    }

    private SenderAuthentication authentication(MailText mail, String sender) {
        if (is(MailboxDefect.VOUCHES_FOR_NOBODY)) {
            return SenderAuthentication.NONE;
        }
        for (String field : mail.values("Authentication-Results")) {
            Matcher m = DOMAIN.matcher(field);
            boolean own = field.toLowerCase(Locale.ROOT).startsWith(SERVER + ";");
            if (m.find() && (own || is(MailboxDefect.BELIEVES_ANY_SERVER))) {
                boolean about = sender.endsWith("@" + m.group(2)) || is(MailboxDefect.VOUCHES_FOR_ANY_DOMAIN);
                return !about
                        ? SenderAuthentication.NONE
                        : m.group(1).equals("pass") ? SenderAuthentication.PASS : SenderAuthentication.FAIL;
            }
        }
        return SenderAuthentication.NONE;
    }

    private List<String> references(MailText mail) {
        List<String> ids = new ArrayList<>();
        mail.values("References").forEach(v -> find(ids, v));
        Collections.reverse(ids);
        if (is(MailboxDefect.TELLS_THE_FARTHEST_QUESTION_FIRST)) {
            Collections.reverse(ids);
        }
        return ids;
    }

    private static void find(List<String> ids, String value) {
        Matcher m = ID.matcher(value);
        while (m.find()) {
            ids.add(m.group());
        }
    }
}
