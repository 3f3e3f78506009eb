package org.peyk.internal.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.peyk.CheckedFinding;
import org.peyk.FindingRelease;
import org.peyk.Samples;
import org.peyk.internal.content.Documents;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestView;
import org.peyk.spi.Requester;
import org.peyk.spi.check.CheckContext;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentException;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.Span;

import static org.assertj.core.api.Assertions.assertThat;

class CheckRunnerTest {

    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");

    private interface Body {
        List<Finding> check(CheckContext context) throws Exception;
    }

    private static ContentCheck check(String name, Body body) {
        return new ContentCheck() {
            @Override
            public PluginInfo info() {
                return new PluginInfo(name, "1");
            }

            @Override
            public List<Finding> check(CheckContext context) throws Exception {
                return body.check(context);
            }
        };
    }

    private static Finding finding(String code, String excerpt) {
        LocalizedText text = LocalizedText.of("Bulgu", "Finding");
        return new Finding(
                code, Severity.BLOCK, Place.in(Place.Part.TEXT, 3, 9), excerpt, 1, text, text, code, "KVKK m. 6");
    }

    private static CheckRunner runner(List<ContentCheck> checks, DocumentReader... readers) {
        return new CheckRunner(checks, List.of(), new Documents(List.of(readers), ReadLimits.DEFAULT));
    }

    private static RequestView view(RequestForm form, String digest) {
        return new RequestView(Samples.ID, 1, Requester.of(Samples.REQUESTER, Samples.FACULTY), form, 0, digest);
    }

    private static List<CheckedFinding> run(CheckRunner runner, RequestForm form) {
        return runner.run(view(form, "digest"), List.of(), Samples.NOON, ISTANBUL);
    }

    private static Attachment file(String name) {
        try {
            return Attachment.of(name, "text/plain", ByteSource.of(name.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static RequestForm withFiles(String... names) {
        List<Attachment> files = new ArrayList<>();
        for (String name : names) {
            files.add(file(name));
        }
        return Samples.form().toBuilder()
                .content(Samples.form().content().withAttachments(files))
                .build();
    }

    private static ContentCheck readingAll(List<DocumentReading> into) {
        return check("reads", context -> {
            context.request().form().content().attachments().forEach(a -> into.add(context.read(a)));
            return List.of();
        });
    }

    private abstract static class TextReader implements DocumentReader {
        @Override
        public PluginInfo info() {
            return new PluginInfo("text-reader", "1");
        }

        @Override
        public boolean accepts(DocumentInput input) throws IOException {
            return true;
        }
    }

    @Test
    void aCleanRequestHasNoFindings() {
        assertThat(run(runner(List.of(check("nothing", c -> List.of()))), Samples.form()))
                .isEmpty();
    }

    @Test
    void aCheckThatFailsBlocksByNameAndTheOthersStillRun() {
        CheckRunner runner = runner(List.of(
                check("broken", c -> {
                    throw new IllegalStateException("quotes 10000000146");
                }),
                check("linkage", c -> {
                    throw new NoClassDefFoundError("x");
                }),
                check("deep", c -> {
                    throw new StackOverflowError();
                }),
                check("kvkk", c -> List.of(finding("KVKK-TCKN", "1********46")))));
        List<CheckedFinding> found = run(runner, Samples.form());
        assertThat(found)
                .extracting(f -> f.finding().code())
                .containsExactly("CHECK-FAILED", "CHECK-FAILED", "CHECK-FAILED", "KVKK-TCKN");
        assertThat(found).allMatch(f -> f.finding().severity() == Severity.BLOCK && f.open());
        assertThat(found.get(0).finding().message().tr()).contains("broken").doesNotContain("10000000146");
        assertThat(found.get(0).finding().message().en()).contains("broken");
        assertThat(found).extracting(CheckedFinding::key).doesNotHaveDuplicates();
    }

    @Test
    void aCheckThatCouldNotBeLoadedBlocksByName() {
        CheckRunner runner =
                new CheckRunner(List.of(), List.of("org.example.Kvkk"), new Documents(List.of(), ReadLimits.DEFAULT));
        assertThat(run(runner, Samples.form())).singleElement().satisfies(f -> {
            assertThat(f.finding().code()).isEqualTo("CHECK-FAILED");
            assertThat(f.finding().message().tr()).contains("org.example.Kvkk");
        });
    }

    @Test
    void anInterruptIsAFindingAndIsNotSwallowed() {
        CheckRunner runner = runner(List.of(check("slow", c -> {
            throw new InterruptedException();
        })));
        List<CheckedFinding> found = run(runner, Samples.form());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(found).extracting(f -> f.finding().code()).containsExactly("CHECK-FAILED");
    }

    @Test
    void anAttachmentNobodyLooksIntoIsNotClean() {
        ContentCheck firstOnly = check("first", c -> {
            c.read(c.request().form().content().attachments().get(0));
            return List.of();
        });
        assertThat(run(runner(List.of()), withFiles("a.txt", "b.txt")))
                .extracting(f -> f.finding().code(), f -> f.finding().place().file())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ATTACHMENT-UNCHECKED", "a.txt"),
                        org.assertj.core.groups.Tuple.tuple("ATTACHMENT-UNCHECKED", "b.txt"));
        assertThat(run(runner(List.of(firstOnly)), withFiles("a.txt", "b.txt")))
                .extracting(f -> f.finding().place().file())
                .containsExactly("b.txt");
        assertThat(run(runner(List.of(readingAll(new ArrayList<>()))), withFiles("a.txt", "b.txt")))
                .isEmpty();
    }

    @Test
    void eachAttachmentIsReadOnceForAllChecks() {
        AtomicInteger reads = new AtomicInteger();
        DocumentReader reader = new TextReader() {
            @Override
            public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler) {
                reads.incrementAndGet();
                handler.block(new Block.Paragraph(List.of(Span.of("metin"))));
            }
        };
        List<DocumentReading> readings = new ArrayList<>();
        run(runner(List.of(readingAll(readings), readingAll(readings)), reader), withFiles("a.txt", "b.txt"));
        assertThat(reads).hasValue(2);
        assertThat(readings)
                .hasSize(4)
                .allMatch(r -> r.complete() && r.visibleText().equals("metin"));
    }

    @Test
    void theFirstReaderThatAcceptsReads() {
        DocumentReader never = new TextReader() {
            @Override
            public boolean accepts(DocumentInput input) {
                return false;
            }

            @Override
            public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler) {
                throw new AssertionError("reads what it does not accept");
            }
        };
        DocumentReader broken = new TextReader() {
            @Override
            public boolean accepts(DocumentInput input) throws IOException {
                throw new IOException("gone");
            }

            @Override
            public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler) {
                throw new AssertionError("reads what it does not accept");
            }
        };
        DocumentReader reads = new TextReader() {
            @Override
            public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler) {
                handler.block(new Block.Paragraph(List.of(Span.of("metin"))));
            }
        };
        List<DocumentReading> readings = new ArrayList<>();
        run(runner(List.of(readingAll(readings)), never, broken, reads, never), withFiles("a.txt"));
        assertThat(readings.get(0).visibleText()).isEqualTo("metin");
        assertThat(readings.get(0).complete()).isTrue();

        List<DocumentReading> unread = new ArrayList<>();
        run(runner(List.of(readingAll(unread)), never), withFiles("a.txt"));
        run(runner(List.of(readingAll(unread)), never, broken), withFiles("a.txt"));
        assertThat(unread).noneMatch(DocumentReading::complete);
        assertThat(unread)
                .flatExtracting(DocumentReading::notes)
                .extracting(ReadingNote::kind)
                .containsExactly(ReadingNote.Kind.UNKNOWN_TYPE, ReadingNote.Kind.DAMAGED);
    }

    @Test
    void aReaderThatFailsKeepsWhatItReadAndSaysSo() {
        DocumentReader failing = new TextReader() {
            @Override
            public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler) throws DocumentException {
                handler.block(new Block.Paragraph(List.of(Span.of("yarım"))));
                if (input.fileName().startsWith("kilitli")) {
                    throw new DocumentException("DOC-LOCKED", LocalizedText.of("Belge kilitli.", "Locked."), null);
                }
                throw new IllegalStateException("10000000146");
            }
        };
        List<DocumentReading> readings = new ArrayList<>();
        run(runner(List.of(readingAll(readings)), failing), withFiles("kilitli.txt", "bozuk.txt"));
        assertThat(readings).allMatch(r -> !r.complete() && r.visibleText().equals("yarım"));
        assertThat(readings.get(0).notes().get(0).text().tr()).isEqualTo("Belge kilitli.");
        assertThat(readings.get(1).notes().get(0).text().tr())
                .contains("text-reader")
                .doesNotContain("10000000146");
    }

    @Test
    void keysAreStableAndFollowTheText() {
        CheckRunner runner = runner(List.of(
                check("kvkk", c -> List.of(finding("A", "x"), finding("A", "y"), finding("A", "x"))),
                check("other", c -> List.of(finding("A", "x")))));
        RequestForm form = Samples.form();
        List<String> keys = run(runner, form).stream().map(CheckedFinding::key).toList();
        assertThat(keys).hasSize(4).doesNotHaveDuplicates().allMatch(k -> k.matches("[0-9a-f]{16}"));
        assertThat(run(runner, form)).extracting(CheckedFinding::key).isEqualTo(keys);
        assertThat(runner.run(view(form, "another digest"), List.of(), Samples.NOON, ISTANBUL))
                .extracting(CheckedFinding::key)
                .doesNotContainAnyElementsOf(keys);
    }

    @Test
    void aReleaseStaysWithItsFindingAlone() {
        CheckRunner runner = runner(List.of(check("kvkk", c -> List.of(finding("A", "x"), finding("A", "y")))));
        String key = run(runner, Samples.form()).get(1).key();
        FindingRelease release =
                new FindingRelease(key, Samples.DEAN, true, "KVKK m. 5/2-ç", "Kanuni yükümlülük", Samples.NOON);
        List<CheckedFinding> found =
                runner.run(view(Samples.form(), "digest"), List.of(release), Samples.NOON, ISTANBUL);
        assertThat(found).extracting(CheckedFinding::open).containsExactly(true, false);
        assertThat(found.get(1).release()).isEqualTo(release);
        assertThat(runner.run(view(Samples.form(), "changed"), List.of(release), Samples.NOON, ISTANBUL))
                .allMatch(CheckedFinding::open);
    }
}
