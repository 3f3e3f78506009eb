package org.peyk.spi.tck;

import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;

/** Calls a plugin on a machine that is set up elsewhere. Checks that use it hold the locks of JUnit's shared resources. */
final class Abroad {

    private Abroad() {}

    /** With Turkish as the default language, in which I and i are different letters, and far from the process's zone. */
    static <T> T call(Callable<T> call) throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        try {
            return call.call();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
