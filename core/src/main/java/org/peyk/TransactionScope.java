package org.peyk;

import java.sql.Connection;

/**
 * A transaction of the portal's own that commands may join: the connection to use, and what to run after its commit. The portal opens it,
 * commits it and rolls it back; the library never does.
 *
 * <p>{@link JdbcTransaction} is the one for plain JDBC. Other ways to manage transactions implement this: for Spring the starter does.
 */
public interface TransactionScope {

    /**
     * The connection of the transaction, to the database and schema that hold the library's store.
     *
     * @return a connection that does not commit by itself; the same one for as long as the transaction is open
     */
    Connection connection();

    /**
     * Takes something to run once the transaction is committed, and never when it is rolled back. Called on the transaction's thread, before
     * its end.
     *
     * @param action short, throws nothing; to be run on any thread, after those that were given before it
     */
    void afterCommit(Runnable action);
}
