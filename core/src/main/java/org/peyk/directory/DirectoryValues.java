package org.peyk.directory;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a directory's queries. */
final class DirectoryValues {

    private DirectoryValues() {}

    /** A moment in each of the forms in which a database may keep time. */
    static Map<String, NamedQuery.Binding> moment(Instant at, ZoneId zone) {
        OffsetDateTime utc = at.atOffset(ZoneOffset.UTC);
        Map<String, NamedQuery.Binding> values = new HashMap<>();
        values.put("at", (s, i) -> s.setObject(i, utc));
        values.put("utc", (s, i) -> s.setObject(i, utc.toLocalDateTime()));
        values.put("day", (s, i) -> s.setObject(i, at.atZone(zone).toLocalDate()));
        return values;
    }

    /** A text or, of a known type, nothing. */
    static NamedQuery.Binding text(@Nullable String value) {
        return (s, i) -> {
            if (value == null) {
                s.setNull(i, Types.VARCHAR);
            } else {
                s.setString(i, value);
            }
        };
    }
}
