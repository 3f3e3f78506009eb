package org.peyk.directory;

import java.sql.SQLException;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.directory.DirectoryException;

/** Why a database could not answer a question, without the values it was asked with. */
final class DirectoryFailure {

    private DirectoryFailure() {}

    static DirectoryException of(DirectoryQuestion question, SQLException e) {
        return new DirectoryException(
                JdbcDirectory.FAILED,
                LocalizedText.of(
                        "Kişi rehberi sorgulanamadı (" + question.label() + "); veritabanı erişimini denetleyin.",
                        "The directory could not be asked (" + question.label() + "); check access to the database."),
                withoutDetails(e));
    }

    static DirectoryException row(DirectoryQuestion question) {
        return new DirectoryException(
                JdbcDirectory.ROW,
                LocalizedText.of(
                        "Kişi rehberinden gelen bir satır anlaşılamadı (" + question.label()
                                + "); sorguyu ve veriyi denetleyin.",
                        "A row of the directory is not understood (" + question.label()
                                + "); check the query and the data."),
                null);
    }

    /** A database's message may hold the value it could not use, which may be a person's key. */
    private static SQLException withoutDetails(SQLException e) {
        SQLException bare = new SQLException(e.getClass().getSimpleName(), e.getSQLState(), e.getErrorCode());
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }
}
