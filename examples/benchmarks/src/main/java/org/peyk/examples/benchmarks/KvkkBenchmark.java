package org.peyk.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peyk.kvkk.KvkkCheck;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.KvkkScanner;
import org.peyk.kvkk.document.DocumentReaders;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestView;
import org.peyk.spi.check.CheckContext;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;

/**
 * How fast the KVKK scanner is on one thread, in one run with what one would write oneself: twelve patterns of java.util.regex, the same with RE2/J, and
 * one bare pass over the characters as the limit. Then texts of 10 MB of nothing but personal data, a mail of 50 kB of HTML, and a workbook of 10,000 rows with the time split between
 * reader and scanner. Arguments: {@code --mb} (megabytes of text, 4), {@code --rounds} (7).
 */
final class KvkkBenchmark implements Benchmarks.Benchmark {

    private static final int MEGA = 1_000_000;
    private static final int SLOW_SHARE = 8;

    /** Processor time until the compiler has done its work, in nanoseconds. */
    private static final long WARM_UP = 5_000_000_000L;

    private static final Map<String, String> HOSTILE = new TreeMap<>(Map.of(
            "addresses", "a@b.co ",
            "identity numbers", "10000000146 ",
            "mobile phones", "0532 123 45 67\n",
            "names", "Ayşe Yılmaz ",
            "accounts", "TR33 0006 1005 1978 6457 8413 26\n",
            "illnesses", "Ayşe Yılmaz kanser. ",
            "marks", "20210104 notu 61\n",
            "digits", "1 2-3.4/5(6)7 "));

    private static final int HTML = 50_000;
    private static final int ROWS = 10_000;

    /** Processor time is what one thread needs, whatever else the machine does. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What the JIT must not find out to be unused. */
    private long sink;

    @Override
    public void run(List<String> arguments) throws Exception {
        int megabytes = Integer.parseInt(Benchmarks.option(arguments, "--mb", "4"));
        int rounds = Integer.parseInt(Benchmarks.option(arguments, "--rounds", "7"));
        Announcements announcements = new Announcements();
        List<String> texts = announcements.texts(megabytes * MEGA);
        List<String> few = texts.subList(0, Math.max(10, texts.size() / SLOW_SHARE));
        KvkkScanner scanner = KvkkScanner.of(KvkkRules.DEFAULT);
        List<Pattern> patterns =
                HomeMadePatterns.ALL.stream().map(Pattern::compile).toList();
        List<com.google.re2j.Pattern> linear = HomeMadePatterns.ALL.stream()
                .map(com.google.re2j.Pattern::compile)
                .toList();

        System.out.printf(
                Locale.ROOT,
                "%d texts of about 4 kB, %.1f MB in UTF-8; one thread, %d rounds, megabytes a second of processor time%n",
                texts.size(),
                bytes(texts) / 1e6,
                rounds);
        System.out.printf("%-44s %8s %8s %8s %10s%n", "", "median", "least", "most", "found");
        double bare = measure("one bare pass over the characters", texts, rounds, KvkkBenchmark::barePass);
        double own = measure(
                "KVKK scanner", texts, rounds, text -> scanner.scan(text).size());
        double naive = measure("12 patterns of java.util.regex", few, rounds, text -> findAll(patterns, text));
        double re2 = measure("the same 12, RE2/J", few, Math.min(rounds, 3), text -> findAllLinear(linear, text));
        System.out.printf(
                Locale.ROOT,
                "scanner: %.1f times the patterns, %.1f times RE2/J, 1/%.1f of the bare pass%n%n",
                own / naive,
                own / re2,
                bare / own);
        hostile(scanner);
        html(announcements);
        workbook(announcements, scanner);
        System.out.println(sink == 42 ? "" : " ");
    }

    private double measure(String what, List<String> texts, int rounds, ToIntFunction<String> work) {
        double size = bytes(texts) / 1e6;
        double[] speeds = new double[rounds];
        long warm = THREADS.getCurrentThreadCpuTime() + WARM_UP;
        int found = 0;
        while (THREADS.getCurrentThreadCpuTime() < warm) {
            found = once(texts, work);
        }
        for (int round = 0; round < rounds; round++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            found = once(texts, work);
            speeds[round] = size / (THREADS.getCurrentThreadCpuTime() - begin) * 1e9;
        }
        sink += found;
        Arrays.sort(speeds);
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.1f %8.1f %8.1f %10d%n",
                what,
                speeds[rounds / 2],
                speeds[0],
                speeds[rounds - 1],
                found);
        return speeds[rounds / 2];
    }

    private static int once(List<String> texts, ToIntFunction<String> work) {
        int found = 0;
        for (String text : texts) {
            found += work.applyAsInt(text);
        }
        return found;
    }

    private static int barePass(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || c == '@') {
                digits++;
            }
        }
        return digits;
    }

    private static int findAll(List<Pattern> patterns, String text) {
        int found = 0;
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found++;
            }
        }
        return found;
    }

    private static int findAllLinear(List<com.google.re2j.Pattern> patterns, String text) {
        int found = 0;
        for (com.google.re2j.Pattern pattern : patterns) {
            com.google.re2j.Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found++;
            }
        }
        return found;
    }

    /** Texts of 10 MB that are nothing but personal data. */
    private void hostile(KvkkScanner scanner) throws Exception {
        System.out.printf("%-44s %8s %8s %8s%n", "milliseconds of processor time", "median", "least", "95 %");
        for (Map.Entry<String, String> piece : HOSTILE.entrySet()) {
            String text = piece.getValue().repeat(10 * MEGA / piece.getValue().length());
            line(
                    "10 MB of nothing but " + piece.getKey(),
                    5,
                    i -> sink += scanner.scan(text).size());
        }
    }

    private void html(Announcements announcements) throws Exception {
        KvkkCheck check = new KvkkCheck(KvkkRules.DEFAULT);
        List<CheckContext> mails = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            mails.add(new OneMail(announcements.html(HTML)));
        }
        System.out.printf("%-44s %8s %8s %8s%n", "milliseconds of processor time", "median", "least", "95 %");
        line(
                "check of a mail of 50 kB of HTML",
                900,
                i -> sink += check.check(mails.get(i % 10)).size());
    }

    /** Measures something many times, after a third as often to warm up. */
    private void line(String what, int times, Times.Work work) throws Exception {
        long[] nanos = new long[times];
        for (int i = -times / 3; i < times; i++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            work.run(Math.abs(i));
            nanos[Math.max(0, i)] = THREADS.getCurrentThreadCpuTime() - begin;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.2f %8.2f %8.2f%n",
                what,
                nanos[times / 2] / 1e6,
                nanos[0] / 1e6,
                nanos[times * 95 / 100] / 1e6);
    }

    private void workbook(Announcements announcements, KvkkScanner scanner) throws Exception {
        DocumentInput input = new DocumentInput(
                "liste.xlsx", "application/octet-stream", ByteSource.of(announcements.workbook(ROWS)));
        DocumentReading reading = DocumentReaders.standard().read(input, ReadLimits.DEFAULT);
        line(
                "workbook of 10,000 rows: reader",
                30,
                i -> sink += DocumentReaders.standard()
                        .read(input, ReadLimits.DEFAULT)
                        .segments()
                        .size());
        line(
                "workbook of 10,000 rows: scanner",
                30,
                i -> sink += scanner.scan(reading).size());
        System.out.println("cells " + reading.segments().size() + ", found "
                + scanner.scan(reading).size());
    }

    private static long bytes(List<String> texts) {
        return texts.stream()
                .mapToLong(t -> t.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .sum();
    }

    /** A mail as the check is given it. */
    private static final class OneMail implements CheckContext {

        private final RequestView request;

        OneMail(String html) {
            LanguageVersion version = new LanguageVersion(Locale.forLanguageTag("tr"), "Duyuru", html, "", null);
            RequestForm form = RequestForm.builder(Purpose.values()[0])
                    .content(new Content(List.of(version), List.of(), null))
                    .build();
            this.request = new RequestView(null, 1, null, form, 0, "benchmark");
        }

        @Override
        public RequestView request() {
            return request;
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public DocumentReading read(Attachment attachment) {
            return new DocumentReading.Collector().reading();
        }
    }
}
