package org.peyk.spi.tck;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peyk.spi.document.DocumentException;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.Segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What a reader does with damaged, hostile, unreadable and too large documents. */
public interface DocumentDamageContract extends DocumentReaderFixture {

    /**
     * A damaged file ends in time, in a reading or in a {@link DocumentException} that shows none of its text.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void survivesDamage() throws Exception {
        ReadLimits limits = limits(ReadLimits.DEFAULT.inputBytes(), ReadLimits.DEFAULT.outputChars(), Damage.TIME);
        for (SampleDocument sample : samples()) {
            byte[] whole = TrickyBytes.of(sample.bytes()).bytes();
            List<byte[]> damaged = new ArrayList<>(Damage.cut(whole));
            damaged.addAll(Damage.changed(whole));
            List<String> texts = texts(sample);
            int n = 0;
            for (byte[] bytes : damaged) {
                TrickyBytes source = TrickyBytes.of(bytes);
                Reading reading = Reading.of(reader(), sample.input(source), limits, Damage.TIME.plus(bound()));
                reading.refusal().ifPresent(e -> Wrong.showsNothing("the refusal", e, texts));
                assertThat(source.leftOpen())
                        .as("streams left open after damage number " + n++ + " of " + sample)
                        .isZero();
            }
        }
    }

    /**
     * Half a document is not taken for a whole one, if the reader says it can tell.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void noticesTruncationAsItSays() throws Exception {
        int taken = 0;
        for (SampleDocument sample : samples()) {
            byte[] half = Damage.half(TrickyBytes.of(sample.bytes()).bytes());
            Reading reading = Reading.of(reader(), sample.input(TrickyBytes.of(half)), ReadLimits.DEFAULT, patience());
            taken += reading.complete() ? 1 : 0;
        }
        if (noticesTruncation()) {
            assertThat(taken).as("halves of documents taken for whole ones").isZero();
        } else {
            assertThat(taken)
                    .as("halves of documents read as whole ones, by a reader that says it cannot tell")
                    .isPositive();
        }
    }

    /**
     * An empty file is no complete reading without text.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void doesNotPassAnEmptyFile() throws Exception {
        for (SampleDocument sample : samples()) {
            DocumentInput empty = sample.input(TrickyBytes.of(new byte[0]));
            assertThat(Reading.of(reader(), empty, ReadLimits.DEFAULT, patience())
                            .complete())
                    .as("complete reading of an empty file called " + sample.fileName())
                    .isFalse();
        }
    }

    /**
     * A file that cannot be read, or not to its end, is no complete reading; every stream is closed.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void saysWhenTheBytesFail() throws Exception {
        for (SampleDocument sample : samples()) {
            TrickyBytes whole = TrickyBytes.of(sample.bytes());
            TrickyBytes gone = whole.failingAfter(0);
            Throwable thrown = catchThrowable(
                    () -> reader().read(sample.input(gone), ReadLimits.DEFAULT, new DocumentReading.Collector()));
            assertThat(thrown)
                    .as("reading a file that cannot be opened")
                    .isInstanceOfAny(IOException.class, DocumentException.class);
            TrickyBytes half = whole.failingAfter((int) whole.size() / 2);
            assertThat(Reading.of(reader(), sample.input(half), ReadLimits.DEFAULT, patience())
                            .complete())
                    .as("complete reading of a file that fails half way, from " + sample)
                    .isFalse();
            assertThat(half.leftOpen()).as("streams left open").isZero();
        }
    }

    /**
     * A file larger than the limit ends with a note; one that is exactly as large does not.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void keepsTheLimitOfSize() throws Exception {
        for (SampleDocument sample : samples()) {
            long size = sample.bytes().size();
            assertThat(limited(sample, limits(size - 1, ReadLimits.DEFAULT.outputChars(), ReadLimits.DEFAULT.time())))
                    .as("limit reached by a file larger than the limit, from " + sample)
                    .isTrue();
            assertThat(limited(sample, limits(size, ReadLimits.DEFAULT.outputChars(), ReadLimits.DEFAULT.time())))
                    .as("limit reached by a file as large as the limit, from " + sample)
                    .isFalse();
        }
    }

    /**
     * More text than the limit ends with a note; what was read until then stays, and is not more than the limit.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void keepsTheLimitOfCharacters() throws Exception {
        int tried = 0;
        for (SampleDocument sample : samples()) {
            DocumentReading whole = Reading.whole(reader(), sample.input(), ReadLimits.DEFAULT, patience());
            long all = characters(whole);
            if (all < 200) {
                continue;
            }
            tried++;
            ReadLimits limits = limits(ReadLimits.DEFAULT.inputBytes(), all / 2, ReadLimits.DEFAULT.time());
            assertThat(limited(sample, limits))
                    .as("limit reached, from " + sample)
                    .isTrue();
            DocumentReading half = Reading.whole(reader(), sample.input(), limits, patience());
            assertThat(characters(half)).as("characters that were read").isBetween(1L, all / 2);
        }
        assertThat(tried).as("samples with two hundred characters of text").isPositive();
    }

    /**
     * When the time is over the reading ends with a note.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void keepsTheLimitOfTime() throws Exception {
        ReadLimits limits =
                limits(ReadLimits.DEFAULT.inputBytes(), ReadLimits.DEFAULT.outputChars(), Duration.ofNanos(1));
        for (SampleDocument sample : samples()) {
            assertThat(limited(sample, limits))
                    .as("limit reached, from " + sample)
                    .isTrue();
        }
    }

    /**
     * The limits of the document's kind end a reading with a note; those of other kinds leave it whole.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void keepsTheLimitsOfItsKind() throws Exception {
        for (KindLimit limit : KindLimit.values()) {
            int reached = 0;
            for (SampleDocument sample : samples()) {
                reached += limited(sample, tight(limit)) ? 1 : 0;
            }
            if (kindLimits().contains(limit)) {
                assertThat(reached)
                        .as("samples that reach the limit of " + limit)
                        .isPositive();
            } else {
                assertThat(reached)
                        .as("samples that reach the limit of " + limit + ", which does not apply")
                        .isZero();
            }
        }
    }

    /**
     * An exception of the handler ends the reading and reaches the caller as it is; the handler is told no more.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void handsOnTheHandlersException() throws Exception {
        for (SampleDocument sample : samples()) {
            TrickyBytes bytes = TrickyBytes.of(sample.bytes());
            Enough enough = new Enough();
            Throwable thrown = Crowd.within(
                    patience(),
                    () -> catchThrowable(() -> reader().read(sample.input(bytes), ReadLimits.DEFAULT, enough)));
            assertThat(thrown).as("what read() threw").isSameAs(enough.exception());
            assertThat(enough.calls()).as("how often the handler was told text").isEqualTo(1);
            assertThat(bytes.leftOpen()).as("streams left open").isZero();
        }
    }

    /** Every piece of a document's text that cannot stand in a message by chance. */
    private List<String> texts(SampleDocument sample) throws Exception {
        List<String> texts = new ArrayList<>(sample.texts());
        for (Segment segment : Reading.whole(reader(), sample.input(), ReadLimits.DEFAULT, patience())
                .segments()) {
            if (segment.text().length() >= Damage.TELLING_CHARACTERS) {
                texts.add(segment.text());
            }
        }
        return texts;
    }

    private boolean limited(SampleDocument sample, ReadLimits limits) throws Exception {
        Reading reading = Reading.of(reader(), sample.input(), limits, patience());
        assertThat(reading.failure())
                .as("failure of a limited reading of " + sample)
                .isNull();
        return reading.limited();
    }

    private static long characters(DocumentReading reading) {
        return reading.segments().stream().mapToLong(s -> s.text().length()).sum();
    }

    private static ReadLimits limits(long inputBytes, long outputChars, Duration time) {
        ReadLimits d = ReadLimits.DEFAULT;
        return new ReadLimits(inputBytes, outputChars, d.pages(), d.rows(), d.nesting(), d.ratio(), time);
    }

    private static ReadLimits tight(KindLimit limit) {
        ReadLimits d = ReadLimits.DEFAULT;
        return new ReadLimits(
                d.inputBytes(),
                d.outputChars(),
                limit == KindLimit.PAGES ? 1 : d.pages(),
                limit == KindLimit.ROWS ? 1 : d.rows(),
                limit == KindLimit.NESTING ? 0 : d.nesting(),
                limit == KindLimit.RATIO ? 1 : d.ratio(),
                d.time());
    }
}
