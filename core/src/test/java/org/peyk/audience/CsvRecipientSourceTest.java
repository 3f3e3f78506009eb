package org.peyk.audience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.ErrorCode;
import org.peyk.PeykException;
import org.peyk.internal.plugin.Sources;
import org.peyk.spi.Audience;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.Sha256;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSourceException;
import org.peyk.spi.recipient.RejectedRow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvRecipientSourceTest {

    private static final Selection ALL = Selection.of("csv", "*");
    private static final String LIST = """
            kisi_no;ad_soyad;e_posta;gsm;grup;dil;fakulte
            K-1;Tuğba Gökalp;tugba@ornek.edu.tr;+905550000001;akademik;tr;müh
            K-2;John Doe;john@ornek.edu.tr;;akademik;en;fen
            K-3;İrem Irmakçı;a@@b;;idari;;
            K-1;Tuğba Gökalp;tugba@ornek.edu.tr;;idari;tr;müh
            """;

    @TempDir
    Path directory;

    private Path file(String text, Charset charset) {
        try {
            return Files.write(directory.resolve("alicilar.csv"), text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvRecipientSource source(String text) {
        return CsvRecipientSource.of("csv", file(text, StandardCharsets.UTF_8));
    }

    private static RecipientPage everything(CsvRecipientSource source, Selection selection, int limit)
            throws Exception {
        List<Recipient> recipients = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RecipientPage page = source.page(selection, cursor, limit);
            recipients.addAll(page.recipients());
            rejected.addAll(page.rejected());
            cursor = page.next();
        } while (cursor != null);
        return new RecipientPage(recipients, rejected, null);
    }

    private static List<String> persons(RecipientPage page) {
        return page.recipients().stream().map(r -> r.person().value()).toList();
    }

    private static void assertFails(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RecipientSourceException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.text().tr()).doesNotContain("@");
        });
    }

    @Test
    void columnsBecomePersons() throws Exception {
        CsvRecipientSource source = source(LIST);
        List<Recipient> all = everything(source, ALL, 100).recipients();
        Recipient first = all.get(0);
        assertThat(first.person()).isEqualTo(PersonId.of("K-1"));
        assertThat(first.displayName()).isEqualTo("Tuğba Gökalp");
        assertThat(first.addresses())
                .isEqualTo(Map.of(Channel.MAIL, "tugba@ornek.edu.tr", Channel.SMS, "+905550000001"));
        assertThat(first.language()).isEqualTo(Locale.forLanguageTag("tr"));
        assertThat(first.groups()).containsExactly("akademik");
        assertThat(first.attributes()).isEqualTo(Map.of("fakulte", "müh"));
        assertThat(all.get(2).addresses()).as("addresses are judged elsewhere").containsValue("a@@b");
        assertThat(all.get(2).language()).isNull();
        assertThat(all.get(2).attributes()).isEmpty();
    }

    @Test
    void groupsAreListedAndCounted() throws Exception {
        CsvRecipientSource source = source(LIST);
        assertThat(source.groups()).extracting(AudienceGroup::code).containsExactly("*", "akademik", "idari");
        assertThat(source.groups().get(1).label().tr()).isEqualTo("akademik (2 kişi)");
        assertThat(source.count(ALL)).isEqualTo(4);
        assertThat(source.count(Selection.of("csv", "idari"))).isEqualTo(2);
        assertThat(persons(everything(source, Selection.of("csv", "idari"), 1))).containsExactly("K-3", "K-1");
    }

    @Test
    void aFilterNamesAColumn() throws Exception {
        CsvRecipientSource source = source(LIST);
        Selection engineers = new Selection("csv", "akademik", Map.of("Fakülte", "müh"));
        assertThat(source.count(engineers)).isEqualTo(1);
        assertThat(persons(everything(source, engineers, 10))).containsExactly("K-1");
        assertFails("CSV-FILTER", () -> source.count(new Selection("csv", "*", Map.of("bolum", "x"))));
        assertFails("CSV-GROUP", () -> source.page(Selection.of("csv", "emekli"), null, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void theSeparatorIsFound(String separator) throws Exception {
        CsvRecipientSource source = source(LIST.replace(";", separator));
        assertThat(persons(everything(source, ALL, 10))).containsExactly("K-1", "K-2", "K-3", "K-1");
    }

    @Test
    void theEncodingIsFound() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1254"))) {
            CsvRecipientSource source = CsvRecipientSource.of("csv", file(LIST, charset));
            assertThat(everything(source, ALL, 10).recipients().get(2).displayName())
                    .as(charset.name())
                    .isEqualTo("İrem Irmakçı");
        }
        CsvRecipientSource marked = source("\ufeff" + LIST.replace("\n", "\r\n"));
        assertThat(persons(everything(marked, ALL, 10))).containsExactly("K-1", "K-2", "K-3", "K-1");
        assertFails(
                "CSV-ENCODING",
                () -> CsvRecipientSource.of("csv", file(LIST, StandardCharsets.UTF_16))
                        .count(ALL));
        CsvRecipientSource declared = CsvRecipientSource.builder("csv", file(LIST, Charset.forName("windows-1254")))
                .charset(StandardCharsets.UTF_8)
                .build();
        assertFails("CSV-ENCODING", () -> declared.count(ALL));
    }

    @Test
    void columnsOfOtherNamesCanBeNamed() throws Exception {
        CsvRecipientSource source = CsvRecipientSource.builder(
                        "csv", file("Numara|Kurum Adresi|id\n7|a@ornek.edu.tr|x\n", StandardCharsets.UTF_8))
                .separator('|')
                .column("numara", RecipientColumn.PERSON)
                .column("KURUM ADRESİ", RecipientColumn.MAIL)
                .build();
        Recipient only = everything(source, ALL, 10).recipients().get(0);
        assertThat(only.person()).isEqualTo(PersonId.of("7"));
        assertThat(only.attributes()).isEqualTo(Map.of("id", "x"));
    }

    @Test
    void aBareListOfAddressesNeedsNoHeader() throws Exception {
        CsvRecipientSource source = source("\nILKIM@ORNEK.EDU.TR\n\nilkim@ornek.edu.tr\nali@ornek.edu.tr");
        RecipientPage all = everything(source, ALL, 10);
        assertThat(persons(all)).containsExactly("ilkim@ornek.edu.tr", "ilkim@ornek.edu.tr", "ali@ornek.edu.tr");
        assertThat(all.recipients().get(0).addresses()).containsValue("ILKIM@ORNEK.EDU.TR");
        assertThat(source.count(ALL)).isEqualTo(3);
        assertThat(source("").count(ALL)).as("an empty file").isZero();
    }

    @Test
    void malformedRowsAreReportedByTheirLine() throws Exception {
        CsvRecipientSource source =
                source("id;mail;grup\n1;a@b.c;x\n2;b@b.c\n3;;x\n;d@b.c;x\n\n5;e@b.c;x;y\n6;f@b.c;y\n");
        RecipientPage all = everything(source, Selection.of("csv", "x"), 2);
        assertThat(persons(all)).containsExactly("1");
        assertThat(all.rejected())
                .extracting(r -> r.position() + " " + r.code())
                .containsExactly("line 3 ROW-FIELDS", "line 4 ROW-ADDRESS", "line 5 ROW-PERSON", "line 7 ROW-FIELDS");
        assertThat(all.rejected().toString()).doesNotContain("@");
        assertThat(source.count(Selection.of("csv", "x"))).isEqualTo(1);
    }

    @Test
    void quotedFieldsMayHoldAnything() throws Exception {
        CsvRecipientSource source = source("id,name,mail\n1,\"Doe, \"\"J\"\"\nJohn\",a@b.c\n2,x,b@b.c\n");
        assertThat(everything(source, ALL, 1).recipients())
                .extracting(Recipient::displayName)
                .containsExactly("Doe, \"J\" John", "x");
        assertFails("CSV-QUOTES", () -> source("id,mail\n1,\"a@b.c\n2,b@b.c\n").count(ALL));
        assertThatThrownBy(() -> source("id,mail\n1,a@b.c\n2,\"b\"@b.c\n").count(ALL))
                .isInstanceOfSatisfying(
                        RecipientSourceException.class,
                        e -> assertThat(e.text().tr()).contains("satır 3"));
    }

    @Test
    void wrongHeadersAreRefused() {
        assertFails("CSV-HEADER", () -> source("ad;soyad\nx;y\n").count(ALL));
        assertFails("CSV-HEADER", () -> source("mail;e_posta\na@b.c;a@b.c\n").count(ALL));
        assertFails("CSV-HEADER", () -> source("a@b.c;Ali\n").count(ALL));
    }

    @Test
    void aMissingFileOrADirectoryIsSaid() {
        assertFails(
                "CSV-MISSING",
                () -> CsvRecipientSource.of("csv", directory.resolve("yok.csv")).count(ALL));
        assertFails("CSV-MISSING", () -> CsvRecipientSource.of("csv", directory).page(ALL, null, 1));
        assertFails("CSV-MISSING", () -> CsvRecipientSource.of("csv", directory).fingerprint(ALL));
        assertThatThrownBy(() -> CsvRecipientSource.of("csv", directory).groups())
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.AUDIENCE_UNREADABLE));
    }

    @Test
    void aCursorEndsWithItsFile() throws Exception {
        CsvRecipientSource source = source(LIST);
        String cursor = source.page(ALL, null, 2).next();
        assertThat(persons(CsvRecipientSource.of("csv", directory.resolve("alicilar.csv"))
                        .page(ALL, cursor, 9)))
                .as("another instance, as after a restart")
                .containsExactly("K-3", "K-1");
        Files.setLastModifiedTime(directory.resolve("alicilar.csv"), FileTime.fromMillis(1_000));
        assertThat(persons(source.page(ALL, cursor, 9)))
                .as("a new time stamp alone")
                .hasSize(2);
        file(LIST.replace("K-3", "K-4"), StandardCharsets.UTF_8);
        assertFails("CSV-CHANGED", () -> source.page(ALL, cursor, 9));
        assertFails("CSV-CURSOR", () -> source.page(ALL, "7", 9));
    }

    @Test
    void anotherFileHasAnotherFingerprintWhateverItsTimeStamp() throws Exception {
        CsvRecipientSource source = source(LIST);
        Path path = directory.resolve("alicilar.csv");
        FileTime stamp = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(path, stamp);
        assertThat(source.fingerprint(ALL)).contains(Sha256.hex(Files.readAllBytes(path)));
        String before = source.fingerprint(ALL).orElseThrow();
        Files.writeString(path, LIST.replace("K-3", "K-4"));
        Files.setLastModifiedTime(path, stamp);
        assertThat(source.fingerprint(ALL)).isPresent().get().isNotEqualTo(before);
        assertThat(persons(source.page(ALL, null, 9))).contains("K-4");
    }

    @Test
    void aListOfThousandsIsReadPageByPageWithNobodyLost() throws Exception {
        StringBuilder b = new StringBuilder("kisi_no;ad_soyad;e_posta;grup;dil\n");
        for (int i = 0; i < 2_000; i++) {
            int person = i < 1_962 ? i : i - 1_000; // 38 people stand in the list twice
            String address = i % 700 == 3 ? "a@@ornek.edu.tr" : "k" + person + "@ornek.edu.tr";
            b.append("K-").append(person).append(";Ayşe Çığır;").append(address).append(';');
            b.append(i % 3 == 0 ? "akademik" : "ogrenci").append(";tr\n");
        }
        CsvRecipientSource source = source(b.toString());
        List<String> all = persons(everything(source, ALL, 1_000));
        assertThat(all).hasSize(2_000);
        assertThat(persons(everything(source, ALL, 7))).isEqualTo(all);
        assertThat(persons(everything(source, ALL, 999))).isEqualTo(all);
        assertThat(new Sources(List.of(source)).size(Audience.of(ALL)).persons())
                .isEqualTo(1_962);
        assertThat(source.count(Selection.of("csv", "akademik"))).isEqualTo(667);
    }
}
