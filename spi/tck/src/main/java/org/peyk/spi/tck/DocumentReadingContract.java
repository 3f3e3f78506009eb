package org.peyk.spi.tck;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.peyk.spi.check.Place;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.Segment;

import static org.assertj.core.api.Assertions.assertThat;

/** What a reader finds in a document that is as it should be. */
public interface DocumentReadingContract extends DocumentReaderFixture {

    /**
     * The reader knows its documents, by their content if it says so, and leaves those of others alone, whatever they are called.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void knowsItsDocuments() throws Exception {
        int knownNameless = 0;
        for (SampleDocument sample : samples()) {
            assertThat(reader().accepts(sample.input())).as("accepts " + sample).isTrue();
            if (reader().accepts(new DocumentInput("dosya", "", sample.bytes()))) {
                knownNameless++;
            }
            for (TrickyBytes foreign : Damage.foreign()) {
                assertThat(reader().accepts(sample.input(foreign)))
                        .as("accepts something else under the name of " + sample)
                        .isFalse();
                assertThat(foreign.leftOpen()).as("streams left open").isZero();
            }
        }
        if (knowsByContent()) {
            assertThat(knownNameless)
                    .as("samples known without their names")
                    .isEqualTo(samples().size());
        } else {
            assertThat(knownNameless)
                    .as("samples known without their names, by a reader that says it needs them")
                    .isLessThan(samples().size());
        }
    }

    /**
     * Visible text comes as blocks and as segments that are not hidden.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void readsWhatAPersonSees() throws Exception {
        for (SampleDocument sample : samples()) {
            DocumentReading reading = read(sample);
            assertThat(reading.complete()).as("complete reading of " + sample).isTrue();
            for (String text : sample.visible()) {
                assertThat(reading.visibleText().contains(text))
                        .as("a visible text is in the blocks of " + sample)
                        .isTrue();
                assertThat(reading.segments())
                        .as("segments of " + sample)
                        .anyMatch(s -> s.text().contains(text) && !s.place().hidden());
            }
        }
    }

    /**
     * Hidden text comes as segments that say so, and never as a block.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void findsWhatAPersonDoesNotSee() throws Exception {
        for (SampleDocument sample : samples()) {
            DocumentReading reading = read(sample);
            for (String text : sample.hidden()) {
                assertThat(reading.segments())
                        .as("segments of " + sample)
                        .anyMatch(s -> s.text().contains(text) && s.place().hidden());
                assertThat(reading.visibleText().contains(text))
                        .as("a hidden text is in the blocks of " + sample)
                        .isFalse();
            }
        }
    }

    /**
     * Every segment says in which file it stands, and in which row and column when it stands in a table.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void saysWhereTextStands() throws Exception {
        for (SampleDocument sample : samples()) {
            for (Segment segment : read(sample).segments()) {
                assertThat(segment.place().part()).as("part").isEqualTo(Place.Part.ATTACHMENT);
                assertThat(segment.place().file()).as("file").isEqualTo(sample.fileName());
                assertThat(segment.row() >= 0)
                        .as("a segment has a row and a column, or neither")
                        .isEqualTo(segment.column() >= 0);
            }
        }
    }

    /**
     * Reading again, and from several threads at once, finds the same. Every stream is closed.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void readsTheSameAgain() throws Exception {
        for (SampleDocument sample : samples()) {
            DocumentReading reading = read(sample);
            assertThat(read(sample).equals(reading))
                    .as("the same again from " + sample)
                    .isTrue();
            TrickyBytes bytes = TrickyBytes.of(sample.bytes());
            List<DocumentReading> others = Crowd.call(
                    patience(), () -> Reading.whole(reader(), sample.input(bytes), ReadLimits.DEFAULT, patience()));
            assertThat(others.stream().allMatch(reading::equals))
                    .as("the same from several threads, from " + sample)
                    .isTrue();
            assertThat(bytes.opened()).as("how often the file was opened").isPositive();
            assertThat(bytes.leftOpen()).as("streams left open").isZero();
        }
    }

    /**
     * The reading does not depend on the machine's language and zone.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    default void readsTheSameAbroad() throws Exception {
        for (SampleDocument sample : samples()) {
            DocumentReading reading = read(sample);
            List<DocumentReading> abroad = Abroad.call(() -> {
                assertThat(reader().accepts(sample.input()))
                        .as("accepts " + sample)
                        .isTrue();
                return read(sample);
            });
            assertThat(abroad.stream().allMatch(reading::equals))
                    .as("the same abroad from " + sample)
                    .isTrue();
        }
    }

    /**
     * What is found can be logged without showing text of the document.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void showsNoTextInLogs() throws Exception {
        for (SampleDocument sample : samples()) {
            DocumentReading reading = read(sample);
            Wrong.showsNothing("the reading", reading, sample.texts());
            Wrong.showsNothing("a note", reading.notes(), sample.texts());
            for (Segment segment : reading.segments()) {
                Wrong.showsNothing("a segment", segment, sample.texts());
            }
            for (Block block : reading.blocks()) {
                Wrong.showsNothing("a block", block, sample.texts());
            }
        }
    }

    private DocumentReading read(SampleDocument sample) throws Exception {
        return Reading.whole(reader(), sample.input(), ReadLimits.DEFAULT, patience());
    }
}
