package org.peyk.kvkk.document.internal.ole;

import java.util.ArrayList;
import java.util.List;
import org.peyk.kvkk.document.internal.Notes;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.ReadingNote.Kind;
import org.peyk.spi.document.Span;

/** The stream of a workbook: what holds for all sheets first, then each sheet. */
final class BiffWorkbook {
    private static final int BOF = 0x809;
    private static final int EOF = 0x0A;
    private static final int FILEPASS = 0x2F;
    private static final int BOUNDSHEET = 0x85;
    private static final int SST = 0xFC;
    private static final int DATE_MODE = 0x22;
    private static final int FORMAT = 0x41E;
    private static final int XF = 0xE0;
    private static final int BIFF8 = 0x600;

    /** A sheet as the workbook lists it. */
    private record Listed(String name, int offset, boolean hidden) {}

    private final byte[] stream;
    private final Reading reading;
    private final BiffFormats formats = new BiffFormats();
    private final List<Listed> sheets = new ArrayList<>();
    private List<String> texts = List.of();

    BiffWorkbook(byte[] stream, Reading reading) {
        this.stream = stream;
        this.reading = reading;
    }

    void read() {
        BiffRecords records = new BiffRecords(stream, 0);
        while (records.advance() && records.type() != EOF) {
            reading.tick();
            switch (records.type()) {
                case BOF -> {
                    if (records.u2(0) != BIFF8) {
                        reading.note(Kind.UNKNOWN_TYPE, Notes.UNKNOWN_TYPE);
                        return;
                    }
                }
                case FILEPASS -> {
                    reading.note(Kind.ENCRYPTED, Notes.ENCRYPTED);
                    return;
                }
                case BOUNDSHEET -> {
                    reading.keep();
                    sheets.add(
                            new Listed(records.text(7, records.u1(6)), (int) records.u4(0), (records.u1(4) & 3) != 0));
                }
                case SST -> texts = records.sharedTexts();
                case DATE_MODE -> formats.from1904(records.u2(0) == 1);
                case FORMAT -> formats.named(records.u2(0), records.text(4, records.u2(2)));
                case XF -> formats.look(records.u2(2));
                default -> {
                    // windows, fonts, colours
                }
            }
        }
        if (sheets.isEmpty()) {
            reading.note(Kind.DAMAGED, Notes.damagedPart("Workbook"));
        }
        boolean several = sheets.stream().filter(s -> !s.hidden()).count() > 1;
        for (Listed sheet : sheets) {
            reading.property(sheet.name(), sheet.hidden(), List.of("sayfa adı"));
            if (several && !sheet.hidden()) {
                reading.block(new Block.Heading(2, List.of(Span.of(sheet.name()))));
            }
            new BiffSheet(sheet.name(), sheet.hidden(), texts, formats, reading)
                    .read(new BiffRecords(stream, sheet.offset()));
        }
    }
}
