package org.peyk.spi.tck;

import java.util.List;
import java.util.Set;
import org.peyk.spi.Plugin;
import org.peyk.spi.document.DocumentReader;

/** What the reader contracts ask of a plugin's test. */
public interface DocumentReaderFixture extends PluginContract {

    /** Limits of {@link org.peyk.spi.document.ReadLimits} that mean something to some kinds of documents only. */
    enum KindLimit {
        /** Pages of a document. */
        PAGES,
        /** Rows of tables and sheets. */
        ROWS,
        /** Files within files. */
        NESTING,
        /** Unpacked bytes per packed byte. */
        RATIO
    }

    /**
     * The reader.
     *
     * @return a reader, the same or a new one each time
     */
    DocumentReader reader();

    /**
     * Documents of the reader's kind. At least one has two hundred characters of text; for each of {@link #kindLimits()} one has more than
     * 1 of what the limit counts (an embedded file for {@link KindLimit#NESTING}).
     *
     * @return at least one sample
     */
    List<SampleDocument> samples();

    /**
     * The limits that apply to this kind, beside size, characters and time, which apply to all. The contract checks that these are kept,
     * and that the others do nothing.
     *
     * @return none, unless overridden
     */
    default Set<KindLimit> kindLimits() {
        return Set.of();
    }

    /**
     * Whether the reader knows its documents whatever they are called. A text without a form of its own needs its name; the contract then
     * checks that the name matters.
     *
     * @return true, unless overridden
     */
    default boolean knowsByContent() {
        return true;
    }

    /**
     * Whether the reader notices that the second half of a document is missing. Half a text is a text; the contract then checks that it is
     * read as one.
     *
     * @return true, unless overridden
     */
    default boolean noticesTruncation() {
        return true;
    }

    /**
     * {@inheritDoc}
     *
     * @return the reader
     */
    @Override
    default Plugin plugin() {
        return reader();
    }
}
