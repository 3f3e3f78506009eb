import org.jspecify.annotations.NullMarked;

/**
 * Value types and plugin interfaces of Peyk. Depends on the JDK alone; nullness is annotated with JSpecify, which is needed
 * at compile time only.
 */
@NullMarked
module org.peyk.spi {
    requires static transitive org.jspecify;

    exports org.peyk.spi;
    exports org.peyk.spi.approval;
    exports org.peyk.spi.check;
    exports org.peyk.spi.directory;
    exports org.peyk.spi.document;
    exports org.peyk.spi.event;
    exports org.peyk.spi.mailbox;
    exports org.peyk.spi.recipient;
    exports org.peyk.spi.transport;
}
