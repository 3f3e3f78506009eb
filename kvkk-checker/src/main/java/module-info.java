import org.jspecify.annotations.NullMarked;
import org.peyk.kvkk.KvkkCheck;
import org.peyk.spi.check.ContentCheck;

/** Finds personal data in mails and their attachments, and reads the documents that carry them. */
@NullMarked
module org.peyk.kvkk {
    requires static transitive org.jspecify;
    requires transitive org.peyk.spi;
    requires org.jsoup;

    exports org.peyk.kvkk;

    provides ContentCheck with
            KvkkCheck;
}
