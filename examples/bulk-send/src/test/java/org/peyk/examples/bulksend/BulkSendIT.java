package org.peyk.examples.bulksend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The program as a user runs it, against a mail server, with good input and bad. */
class BulkSendIT {

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private CountingServer mail;

    @BeforeEach
    void startServer() throws IOException {
        mail = new CountingServer();
    }

    @AfterEach
    void stopServer() throws IOException {
        mail.close();
    }

    @Test
    void sendsAFileToAListAndSaysHowItEnded() throws Exception {
        Path recipients = write(
                "r.csv",
                "kisi_no;ad_soyad;e_posta;grup\nK1;İpek Çağrı;ipek@ornek.edu.tr;akademik\n"
                        + "K2;Işıl Şen;isil@ornek.edu.tr;idari\nK2;Işıl Şen;isil@ornek.edu.tr;akademik\nK3;x;bozuk;idari\n");
        Path content = write(
                "c.html", "<html><body><h1>Duyuru</h1><p>Kütüphane <b>22.00</b>'ye kadar açıktır.</p></body></html>");
        Jar run = Jar.start(directory, args(recipients, content, "Kütüphane saatleri ığüşöç"));
        assertThat(run.await()).as(run.out() + run.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(run.lastLine());
        assertThat(json.get("outcome").asText()).isEqualTo("SENT");
        assertThat(json.get("counts").get("SENT").asInt()).isEqualTo(2);
        assertThat(json.get("seconds").asDouble()).isPositive();
        assertThat(json.has("messagesPerSecond")).isTrue();
        assertThat(run.err()).contains("PEYK-211: 1 satırın").contains("PEYK-211: 1 row");
        assertThat(mail.accepted()).containsExactlyInAnyOrder("ipek@ornek.edu.tr", "isil@ornek.edu.tr");
    }

    @Test
    void aDryRunShowsThePlanAndLeavesNothing() throws Exception {
        Path recipients = write("r.txt", "a@ornek.edu.tr\nb@ornek.edu.tr\n");
        Path content = write("c.txt", "Sorumlu: T.C. kimlik no 10000000146\n");
        List<String> args = args(recipients, content, "Konu");
        args.add("--dry-run");
        Jar run = Jar.start(directory, args);
        assertThat(run.await()).as("somebody must act first").isEqualTo(1);
        assertThat(run.out())
                .contains("bulgu / finding: BLOCK KVKK-TCKN")
                .contains("onay / approval:")
                .contains("plan: 2");
        assertThat(run.out()).doesNotContain("10000000146");
        assertThat(directory.resolve("store")).doesNotExist();
        assertThat(mail.accepted()).isEmpty();
    }

    @Test
    void aDryRunEndsWellOnlyWhenNothingIsMissing() throws Exception {
        Path recipients = write("r.txt", "a@ornek.edu.tr\n");
        List<String> good = args(recipients, write("c.txt", "Kütüphane 22.00'ye kadar açıktır.\n"), "Konu");
        good.add("--dry-run");
        Jar complete = Jar.start(directory, good);
        assertThat(complete.await()).as(complete.out() + complete.err()).isZero();
        List<String> empty = args(recipients, write("e.txt", " \n"), "Konu");
        empty.add("--dry-run");
        Jar missing = Jar.start(directory, empty);
        assertThat(missing.await()).as(missing.out() + missing.err()).isEqualTo(1);
        assertThat(missing.out() + missing.err()).containsAnyOf("eksik / missing:", "PEYK-");
    }

    @Test
    void somebodyWhoWaitsForADeadServerIsToldWhatFor() throws Exception {
        Path recipients = write("r.txt", "a@ornek.edu.tr\nb@ornek.edu.tr\n");
        Path content = write("c.txt", "Kütüphane 22.00'ye kadar açıktır.\n");
        List<String> args = args(recipients, content, "Konu");
        mail.close();
        Jar run = Jar.start(directory, args);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!run.out().contains("bekleniyor:")) {
            assertThat(System.nanoTime() - end).as(run.out() + run.err()).isNegative();
            assertThat(run.alive()).as(run.out() + run.err()).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(run.out()).contains("posta sunucusu").contains("waiting: the mail server");
        run.kill();
    }

    @Test
    void whatIsBlockedIsNotSentAndSaysWhy() throws Exception {
        Path recipients = write("r.txt", "a@ornek.edu.tr\n");
        Path content = write("c.txt", "Sorumlu: T.C. kimlik no 10000000146\n");
        Jar run = Jar.start(directory, args(recipients, content, "Konu"));
        assertThat(run.await()).isEqualTo(1);
        assertThat(run.err()).contains("PEYK-202:");
        assertThat(mail.accepted()).isEmpty();
    }

    @Test
    void badInputAnswersWithOneSentenceInBothLanguages() throws Exception {
        Path good = write("r.txt", "a@ornek.edu.tr\n");
        Path text = write("c.txt", "Kütüphane 22.00'ye kadar açıktır.\n");
        assertRefused(2, "PEYK-501", args(directory.resolve("none.txt"), text, "Konu"));
        assertRefused(1, "PEYK-208", args(write("empty.txt", ""), text, "Konu"));
        assertRefused(1, "CSV-HEADER", args(write("bad.txt", "bozuk\n"), text, "Konu"));
        assertRefused(1, "PEYK-208", args(write("worse.csv", "e_posta\nbozuk\n"), text, "Konu"));
        Path scrambled = Files.write(directory.resolve("x.txt"), new byte[] {(byte) 0x81, 0, 1, 2, (byte) 0x8d, 0});
        assertRefused(1, "", args(scrambled, text, "Konu"));
        assertRefused(1, "PEYK-504", args(good, write("c.docx", "no document"), "Konu"));
        List<String> unknown = args(good, text, "Konu");
        unknown.add("--colour");
        assertRefused(2, "PEYK-501", unknown);
        List<String> doubt = args(good, text, "Konu");
        doubt.addAll(List.of("--in-doubt", "maybe"));
        assertRefused(2, "PEYK-501", doubt);
        List<String> from = args(good, text, "Konu");
        from.addAll(List.of("--from", "a@b> NOTIFY=NEVER"));
        assertRefused(1, "PEYK-211", from);
        assertThat(mail.accepted()).isEmpty();
    }

    @Test
    void aStoreInUseIsRefused() throws Exception {
        Path recipients = write("r.txt", "a@ornek.edu.tr\n");
        Path content = write("c.txt", "Kütüphane 22.00'ye kadar açıktır.\n");
        try (java.sql.Connection held =
                java.sql.DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("store/peyk"), "peyk", "")) {
            assertThat(held.isClosed()).isFalse();
            assertRefused(1, "PEYK-401", args(recipients, content, "Konu"));
        }
    }

    private void assertRefused(int status, String code, List<String> args) throws IOException, InterruptedException {
        Jar run = Jar.start(directory, args);
        assertThat(run.await()).as(run.out() + run.err()).isEqualTo(status);
        List<String> said =
                run.err().lines().filter(l -> l.matches("[A-Z0-9-]+: .*")).toList();
        assertThat(said).as(run.err()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(said.get(said.size() - 1)).startsWith(code);
        assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text, Charset.forName("UTF-8"));
    }

    private List<String> args(Path recipients, Path content, String subject) {
        return new ArrayList<>(List.of(
                "--recipients",
                recipients.toString(),
                "--content",
                content.toString(),
                "--subject",
                subject,
                "--smtp",
                mail.url(),
                "--store",
                directory.resolve("store").toString()));
    }
}
