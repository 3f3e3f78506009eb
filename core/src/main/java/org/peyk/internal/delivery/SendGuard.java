package org.peyk.internal.delivery;

import java.util.Optional;
import org.peyk.MailRequest;
import org.peyk.spi.PluginException;

/**
 * The last look before the first message leaves: whether what would be sent is what was approved, and whether those who approved still
 * may. Called on a worker thread, outside any transaction. An exception means that it is asked again later, and nothing is sent meanwhile.
 */
public interface SendGuard {

    /** Why a sending does not begin: a stable code, and words for the requester. */
    record Refusal(String remark, String note) {}

    /** The digest of what would be sent now, computed from the stored files and lists themselves. */
    String digest(MailRequest request) throws PluginException, InterruptedException;

    /** Looks at everything that may have changed since the approval. */
    Optional<Refusal> recheck(MailRequest request) throws PluginException, InterruptedException;
}
