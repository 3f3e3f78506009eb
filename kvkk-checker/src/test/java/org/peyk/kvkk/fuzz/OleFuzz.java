package org.peyk.kvkk.fuzz;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.peyk.kvkk.document.CompoundFiles;

/**
 * Any content of the streams of Office 97 to 2003, in a compound file that is whole: Word, PowerPoint, Excel and Outlook, with any properties. The
 * first byte chooses the program, the second how much of the rest is its first stream.
 */
public final class OleFuzz {
    /** The streams of each program, the one that tells it first. */
    private static final List<List<String>> PROGRAMS = List.of(
            List.of("WordDocument", "0Table"),
            List.of("WordDocument", "1Table"),
            List.of("PowerPoint Document", "Current User"),
            List.of("Workbook", "\u0005SummaryInformation"),
            List.of("PowerPoint Document", "\u0005DocumentSummaryInformation"),
            List.of("__properties_version1.0", "__substg1.0_1000001F"));

    private static final int LONGEST = 4_000;

    private OleFuzz() {}

    /** The entry that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        if (bytes.length < 3) {
            return;
        }
        List<String> streams = PROGRAMS.get((input[0] & 0xFF) % PROGRAMS.size());
        // longer streams are kept in another way, which the files of the corpus have
        byte[] input = bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
        int cut = 2 + (int) ((input.length - 2L) * (input[1] & 0xFF) / 255);
        ReaderFuzz.read(CompoundFiles.of(Map.of(
                streams.get(0), Arrays.copyOfRange(input, 2, cut),
                streams.get(1), Arrays.copyOfRange(input, cut, input.length))));
    }

    /** How many programs there are to choose from. */
    static int programs() {
        return PROGRAMS.size();
    }
}
