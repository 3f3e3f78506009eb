import org.jspecify.annotations.NullMarked;

/** The mail sending process: lifecycle, approvals, checks, store, delivery, replies, audit and reports. */
@NullMarked
module org.peyk.core {
    requires static transitive org.jspecify;
    requires java.naming;
    requires transitive java.sql;
    requires transitive org.peyk.spi;
    requires com.fasterxml.jackson.databind;
    requires static com.h2database;
    requires com.github.kagkarlsson.scheduler;
    requires com.samskivert.jmustache;
    requires de.siegmar.fastcsv;
    requires org.jsoup;
    requires static micrometer.core;
    requires org.slf4j;

    exports org.peyk;
    exports org.peyk.audience;
    exports org.peyk.calendar;
    exports org.peyk.directory;
    exports org.peyk.metrics;
    exports org.peyk.policy;
    exports org.peyk.report;
    exports org.peyk.testing;

    opens org.peyk.internal.lifecycle to
            com.fasterxml.jackson.databind;

    uses org.peyk.spi.check.ContentCheck;
    uses org.peyk.spi.document.DocumentReader;
    uses org.peyk.spi.event.ProcessListener;
    uses org.peyk.spi.mailbox.Mailbox;
    uses org.peyk.spi.transport.Transport;
}
