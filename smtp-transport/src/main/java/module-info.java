import org.jspecify.annotations.NullMarked;

/** Sending over SMTP and reading the mailbox that answers come back to, with Angus Mail. */
@NullMarked
module org.peyk.smtp {
    requires static transitive org.jspecify;
    requires transitive org.peyk.spi;
    requires java.naming;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;
    requires org.slf4j;

    exports org.peyk.smtp;

    provides org.peyk.spi.transport.Transport with
            org.peyk.smtp.SmtpTransport;
    provides org.peyk.spi.mailbox.Mailbox with
            org.peyk.smtp.ImapMailbox;
}
