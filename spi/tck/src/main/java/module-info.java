import org.jspecify.annotations.NullMarked;

/**
 * Contract tests for the plugins of Peyk. A plugin's test class implements one contract interface and inherits its checks.
 */
@NullMarked
module org.peyk.spi.tck {
    requires transitive org.peyk.spi;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
    requires static transitive org.jspecify;

    exports org.peyk.spi.tck;
}
