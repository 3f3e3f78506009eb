package org.peyk.spring;

import java.sql.Connection;
import javax.sql.DataSource;
import org.peyk.ErrorCode;
import org.peyk.StoreException;
import org.peyk.TransactionScope;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The transaction that Spring has open on the present thread, for commands that join it. */
public final class SpringTransactionScope implements TransactionScope {

    private final Connection connection;

    private SpringTransactionScope(Connection connection) {
        this.connection = connection;
    }

    /**
     * The present thread's transaction.
     *
     * @param dataSource the data source it is a transaction of, and in whose database the library's store is
     * @return the transaction, good until it ends
     * @throws StoreException with {@link ErrorCode#JOIN_NO_TRANSACTION} when there is none, or it is one of another data source
     */
    public static SpringTransactionScope current(DataSource dataSource) {
        boolean open = TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getResource(dataSource) != null;
        if (!open) {
            throw new StoreException(ErrorCode.JOIN_NO_TRANSACTION, null);
        }
        Connection c = DataSourceUtils.getConnection(dataSource);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                DataSourceUtils.releaseConnection(c, dataSource);
            }
        });
        return new SpringTransactionScope(c);
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
