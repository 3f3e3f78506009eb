package org.peyk.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FileUtils;

/**
 * Whether the embedded engine on the path finds its last commit again after a kill.
 *
 * <p>Some versions do not: H2 2.5.250 to 2.5.252 write a file's header before they note which piece of the file is the newest. While a file
 * only grows nobody sees it, as the newest piece is then found at the file's end. Once space is used again, which begins some 45 seconds
 * after a file was made, a killed process leaves a header that names an older piece, and up to twenty commits that were acknowledged are
 * gone. A list of versions would not know the next ones; so a small file in memory is written as the engine would, and its bytes after each
 * commit are opened again.
 */
final class EngineProbe {

    /** The third commit is the first that can use space again; a few more, as engines differ in when they do. */
    private static final int COMMITS = 8;

    private EngineProbe() {}

    /** Asked once in a process, as the engine does not change. */
    private static final class Answer {
        static final boolean FINDS_LAST_COMMIT = probe();
    }

    static boolean findsLastCommit() {
        return Answer.FINDS_LAST_COMMIT;
    }

    private static boolean probe() {
        String file = "memFS:peyk-" + UUID.randomUUID();
        String copy = file + "-copy";
        try (MVStore store =
                new MVStore.Builder().fileName(file).autoCommitDisabled().open()) {
            // what a file does after its first 45 seconds, at once
            store.setRetentionTime(0);
            store.setVersionsToKeep(0);
            MVMap<Integer, Integer> map = store.openMap("probe");
            for (int commit = 1; commit <= COMMITS; commit++) {
                map.put(0, commit);
                store.commit();
                copy(file, copy);
                if (read(copy) != commit) {
                    return false;
                }
            }
            return true;
        } catch (IOException | MVStoreException e) {
            // one that cannot open what it wrote finds nothing
            return false;
        } finally {
            FileUtils.delete(file);
            FileUtils.delete(copy);
        }
    }

    private static void copy(String from, String to) throws IOException {
        FileUtils.delete(to);
        try (InputStream in = FileUtils.newInputStream(from);
                OutputStream out = FileUtils.newOutputStream(to, false)) {
            // a few kilobytes; transferTo asks newer runtimes for a way between channels that the engine's files do not
            // have
            out.write(in.readAllBytes());
        }
    }

    /** What somebody finds who opens the file as a killed process would have left it. */
    private static int read(String file) {
        try (MVStore store = new MVStore.Builder().fileName(file).readOnly().open()) {
            Integer found = store.<Integer, Integer>openMap("probe").get(0);
            return found == null ? 0 : found;
        }
    }
}
