package org.peyk.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is written down, in three parts, as most changes leave the long ones as they are.
 *
 * @param state what every change touches
 * @param form what is asked for, changed by revisions alone
 * @param plan the approvals it needs, changed when it is handed in; null before
 */
public record Snapshot(String state, String form, @Nullable String plan) {

    /** Where the parts are, for {@link #of}. */
    static final String COLUMNS = "snapshot, form, plan";

    /** The same, of a table that has a short name in the statement. */
    static String columns(String table) {
        return table + ".snapshot, " + table + ".form, " + table + ".plan";
    }

    static Snapshot of(ResultSet r, int first) throws SQLException {
        return new Snapshot(r.getString(first), r.getString(first + 1), r.getString(first + 2));
    }

    int length() {
        return state.length() + form.length() + (plan == null ? 0 : plan.length());
    }

    /** All of it as one object. */
    String whole() {
        // written by hand, as the parts need not be read for it; what somebody changed by hand may be no object, and
        // then this is none
        String rest = state.startsWith("{") ? state.substring(1) : state;
        return "{\"form\":" + form + ",\"plan\":" + plan + "," + rest;
    }
}
