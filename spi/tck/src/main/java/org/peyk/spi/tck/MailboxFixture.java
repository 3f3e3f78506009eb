package org.peyk.spi.tck;

import java.util.Optional;
import org.peyk.spi.Plugin;
import org.peyk.spi.mailbox.Mailbox;

/** What the mailbox contracts ask of a plugin's test. */
public interface MailboxFixture extends PluginContract {

    /**
     * A new instance over the same account, as there is after a restart. The account is empty when a check begins. Closed by the contract
     * when it can be closed.
     *
     * @return the mailbox
     */
    Mailbox mailbox();

    /**
     * Puts a mail into the account, after those that are there.
     *
     * @param mail the mail as it comes (RFC 5322), with lines that end in CR LF
     * @throws Exception when it cannot be put there
     */
    void arrive(byte[] mail) throws Exception;

    /**
     * The address that mails come to.
     *
     * @return an address of the account
     */
    default String address() {
        return "donus@universite.example";
    }

    /**
     * Whether {@link Mailbox#answer} tells what a decision by mail is judged by. A mailbox that leaves the default tells nothing and says so
     * here.
     *
     * @return true, unless overridden
     */
    default boolean readsAnswers() {
        return true;
    }

    /**
     * The mail server of the university whose word the mailbox takes about who wrote a mail (the authserv-id of RFC 8601).
     *
     * @return its name; empty when the mailbox takes nobody's word, and vouches for nobody
     */
    default Optional<String> authenticationServer() {
        return Optional.empty();
    }

    /**
     * A mailbox whose server cannot be reached.
     *
     * @return the mailbox; empty when there is no such thing
     */
    default Optional<Mailbox> unreachableMailbox() {
        return Optional.empty();
    }

    /**
     * A mailbox whose server does not answer, so that {@link Mailbox#read} waits for longer than {@link #bound()}.
     *
     * @return the mailbox; empty when there is no such thing
     */
    default Optional<Mailbox> stuckMailbox() {
        return Optional.empty();
    }

    /**
     * {@inheritDoc}
     *
     * @return a new mailbox
     */
    @Override
    default Plugin plugin() {
        return mailbox();
    }
}
