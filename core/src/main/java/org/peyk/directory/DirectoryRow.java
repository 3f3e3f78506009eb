package org.peyk.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The row a result stands at, by the names of its columns. */
final class DirectoryRow {

    private final ResultSet result;
    private final Map<DirectoryColumn, Integer> columns;
    private final ZoneId zone;

    DirectoryRow(ResultSet result, ZoneId zone) throws SQLException {
        this.result = result;
        this.columns = DirectoryColumn.of(result);
        this.zone = zone;
    }

    /** A text without blanks around it; null when it is blank or not asked for. */
    @Nullable
    String text(DirectoryColumn column) throws SQLException {
        Integer index = columns.get(column);
        String value = index == null ? null : result.getString(index);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** A text that must be there. */
    String needed(DirectoryColumn column) throws SQLException {
        String value = text(column);
        if (value == null) {
            throw new IllegalArgumentException(column.label() + " is empty");
        }
        return value;
    }

    /** The first moment of a day in the zone, or a moment; null when it is not written. */
    @Nullable
    Instant begin() throws SQLException {
        return moment(DirectoryColumn.BEGIN, 0);
    }

    /** The moment after the last of a day in the zone, or a moment; null when it is not written. */
    @Nullable
    Instant end() throws SQLException {
        return moment(DirectoryColumn.END, 1);
    }

    private @Nullable Instant moment(DirectoryColumn column, int daysLater) throws SQLException {
        Integer index = columns.get(column);
        if (index == null) {
            return null;
        }
        if (result.getMetaData().getColumnType(index) == Types.DATE) {
            LocalDate day = result.getObject(index, LocalDate.class);
            return day == null
                    ? null
                    : day.plusDays(daysLater).atStartOfDay(zone).toInstant();
        }
        if (zoned(index)) {
            OffsetDateTime moment = result.getObject(index, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        }
        LocalDateTime utc = result.getObject(index, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    /** PostgreSQL calls both kinds of timestamp by the same number of type. */
    private boolean zoned(int index) throws SQLException {
        return result.getMetaData().getColumnType(index) == Types.TIMESTAMP_WITH_TIMEZONE
                || "timestamptz".equals(result.getMetaData().getColumnTypeName(index));
    }
}
