package org.peyk.spi.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;

/** Calls a plugin on machines that are set up elsewhere. Checks that use it hold the locks of JUnit's shared resources. */
final class Abroad {

    private Abroad() {}

    /**
     * In Turkey, where I and i are different letters, and in the United States, each in a zone far away: wherever the build runs, one of
     * them is abroad.
     */
    static <T> List<T> call(Callable<T> call) throws Exception {
        Locale display = Locale.getDefault(Locale.Category.DISPLAY);
        Locale format = Locale.getDefault(Locale.Category.FORMAT);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        List<T> results = new ArrayList<>();
        try {
            results.add(set(Locale.forLanguageTag("tr-TR"), "Pacific/Kiritimati", call));
            results.add(set(Locale.US, "Pacific/Pago_Pago", call));
        } finally {
            Locale.setDefault(locale);
            Locale.setDefault(Locale.Category.DISPLAY, display);
            Locale.setDefault(Locale.Category.FORMAT, format);
            TimeZone.setDefault(zone);
        }
        return results;
    }

    private static <T> T set(Locale locale, String zone, Callable<T> call) throws Exception {
        Locale.setDefault(locale);
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        return call.call();
    }
}
