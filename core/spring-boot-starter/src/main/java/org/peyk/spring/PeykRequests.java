package org.peyk.spring;

import javax.sql.DataSource;
import org.peyk.MailProcess;
import org.peyk.Requests;
import org.peyk.StoreException;

/**
 * Commands inside the application's transactions.
 *
 * <pre>{@code
 * @Transactional
 * void handIn(Form form) {
 *     forms.save(form);
 *     peykRequests.joined().submit(person, form.request());
 * }
 * }</pre>
 */
public final class PeykRequests {

    private final MailProcess process;
    private final DataSource dataSource;

    /**
     * Takes both.
     *
     * @param process the process, with its store in the data source's database
     * @param dataSource the data source whose transactions are joined
     */
    public PeykRequests(MailProcess process, DataSource dataSource) {
        this.process = process;
        this.dataSource = dataSource;
    }

    /**
     * Commands in the transaction that is open on this thread; see {@link Requests#in}.
     *
     * @return the commands, good until the transaction ends
     * @throws StoreException when no transaction of the data source is open, or the store is in another database
     */
    public Requests joined() {
        return process.requests().in(SpringTransactionScope.current(dataSource));
    }
}
