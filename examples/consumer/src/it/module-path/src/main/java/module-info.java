/** A portal that is a module. */
module com.example.portal {
    requires org.peyk.core;
    requires org.peyk.kvkk;
    requires org.peyk.smtp;

    uses org.peyk.spi.check.ContentCheck;
    uses org.peyk.spi.document.DocumentReader;
    uses org.peyk.spi.transport.Transport;
}
