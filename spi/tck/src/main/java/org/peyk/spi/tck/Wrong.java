package org.peyk.spi.tck;

import java.util.Collection;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.peyk.spi.PluginException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What a plugin is given that it should not get, and how it must answer. */
final class Wrong {

    private Wrong() {}

    /** A null where the contract allows none. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    static <T> T nothing() {
        return null;
    }

    /** A mistake of the caller is answered by an exception that says so, not by a result. */
    static void isProgrammersError(String what, ThrowingCallable call) {
        assertThat(catchThrowable(call))
                .as(what)
                .isInstanceOfAny(NullPointerException.class, IllegalArgumentException.class);
    }

    /** An expected failure comes as the declared exception, with a code and both sentences, and shows none of the values. */
    static void isDeclared(
            String what, Class<? extends PluginException> type, Collection<String> values, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).as(what).isInstanceOf(type);
        showsNothing(what, (PluginException) thrown, values);
    }

    static void showsNothing(String what, PluginException thrown, Collection<String> values) {
        assertThat(thrown.code()).as(what + ": code").isNotBlank();
        assertThat(thrown.text()).as(what + ": text").isNotNull();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            showsNothing(what + ": " + t.getClass().getSimpleName(), String.valueOf(t), values);
        }
        showsNothing(what + ": text", thrown.text().tr() + thrown.text().en(), values);
    }

    /** A text for logs holds none of these personal values. The failure does not repeat the value either. */
    static void showsNothing(String what, Object shown, Collection<String> values) {
        String text = shown.toString();
        int n = 0;
        for (String value : values) {
            if (!value.isBlank() && text.contains(value)) {
                throw new AssertionError(what + " shows personal value number " + n);
            }
            n++;
        }
    }
}
