package org.peyk.kvkk.document.internal.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.ReadingNote.Kind;

/** One reading in a process of its own, which is ended when it takes too long. The file goes through a pipe and is never written to disk. */
public final class ChildProcess {
    /** Starting a JVM takes its time, which is not the file's. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final Set<String> PASSED_ON = Set.of("PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SystemRoot");

    private static final LocalizedText DIED = new LocalizedText(
            "Dosya ayrı süreçte okunurken bellek ya da süre sınırı aşıldı; yalnızca okunabilen bölümü denetlenebildi.",
            "Reading the file in a process of its own passed the bound on memory or time; only what could be read was looked at.");

    private static final LocalizedText NOT_STARTED = new LocalizedText(
            "Dosyayı ayrı süreçte okuyacak program başlatılamadı; dosyanın içine bakılmadı. Sistem yöneticisine başvurun.",
            "The program that reads files in a process of its own could not be started; the file was not looked into. Ask the administrator.");

    private ChildProcess() {}

    /**
     * Reads a file.
     *
     * @param reader class of the reader
     * @param heapMegabytes the bound on the other process's heap
     * @param classPath where its classes are
     * @param input the file
     * @param limits the bounds of the reading
     * @param handler takes what is found
     * @throws IOException when the file cannot be opened
     */
    public static void read(
            String reader,
            int heapMegabytes,
            String classPath,
            DocumentInput input,
            ReadLimits limits,
            ReadingHandler handler)
            throws IOException {
        byte[] file;
        try (InputStream in = input.bytes().open()) {
            // one byte more than allowed says that there is more
            file = in.readNBytes((int) Math.min(limits.inputBytes() + 1, Integer.MAX_VALUE - 16));
        }
        Process process;
        try {
            process = builder(heapMegabytes, classPath).start();
        } catch (IOException e) {
            handler.note(new ReadingNote(Kind.DAMAGED, NOT_STARTED));
            return;
        }
        long most = limits.time().plus(GRACE).toMillis();
        // completes at its time unless it is completed before
        CompletableFuture<Boolean> end =
                new CompletableFuture<Boolean>().completeOnTimeout(true, most, TimeUnit.MILLISECONDS);
        CompletableFuture<Void> unused = end.thenAccept(late -> {
            if (late) {
                process.destroyForcibly();
            }
        });
        boolean[] heard = {false};
        boolean whole = false;
        try {
            ask(process, reader, input, limits, file);
            DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
            heard[0] = in.read() == ReadingChild.READY;
            whole = heard[0] && new Hearing(in, input.fileName(), limits, handler).all();
        } catch (IOException e) {
            // the process is gone; what it told before stays
            whole = false;
        } finally {
            end.complete(false);
            process.destroyForcibly();
        }
        if (!whole) {
            handler.note(
                    heard[0] ? new ReadingNote(Kind.LIMIT_REACHED, DIED) : new ReadingNote(Kind.DAMAGED, NOT_STARTED));
        }
    }

    private static void ask(Process process, String reader, DocumentInput input, ReadLimits limits, byte[] file)
            throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
            Wire.text(out, reader);
            Wire.text(out, input.fileName());
            Wire.text(out, input.mediaType());
            Wire.limits(out, limits);
            out.writeInt(file.length);
            out.write(file);
        }
    }

    /** The other process gets none of the portal's secrets, and none of the options that a Java process takes from its environment. */
    static ProcessBuilder builder(int heapMegabytes, String classPath) {
        ProcessBuilder builder =
                new ProcessBuilder(command(heapMegabytes, classPath)).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> !PASSED_ON.contains(name));
        return builder;
    }

    private static List<String> command(int heapMegabytes, String classPath) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-Xmx" + heapMegabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                // what a dump would hold is what the file holds
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + (File.separatorChar == '\\' ? "NUL" : "/dev/null"),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Duser.language=" + System.getProperty("user.language", "en"),
                "-cp",
                classPath,
                ReadingChild.class.getName());
    }

    /** Where this process has its classes: on its class path and its module path. */
    public static String ownClassPath() {
        String classes = System.getProperty("java.class.path", "");
        String modules = System.getProperty("jdk.module.path", "");
        return classes.isEmpty() ? modules : modules.isEmpty() ? classes : classes + File.pathSeparator + modules;
    }
}
