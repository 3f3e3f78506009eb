package org.peyk.internal.answer;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.peyk.internal.answer.AnswerOutcome.APPROVED;
import static org.peyk.internal.answer.AnswerOutcome.CHANGES_REQUESTED;
import static org.peyk.internal.answer.AnswerOutcome.REJECTED;
import static org.peyk.internal.answer.AnswerOutcome.UNCLEAR;

class AnswerParserTest {

    private static final List<String> NAMES = List.of("Mail Gönderimi Süreci", "Prof. Dr. Cem Öz", "Ayşe İnce");

    private static final String GMAIL_TR =
            "\n\nMail Gönderimi Süreci <surec@ornek.edu.tr>, 24 Kas 2026 Sal, 12:00 tarihinde şunu yazdı:\n\n> Onayınız bekleniyor\n> uygundur\n> ret: (gerekçe)\n";
    private static final String GMAIL_EN =
            "\n\nOn Tue, Nov 24, 2026 at 12:00 PM Mail Gönderimi Süreci <\nsurec@ornek.edu.tr> wrote:\n\n> uygundur\n> approved\n";
    private static final String OUTLOOK_TR =
            "\n\n________________________________\nKimden: Mail Gönderimi Süreci <surec@ornek.edu.tr>\nGönderildi: 24 Kasım 2026 Salı 12:00\nKime: Cem Öz\nKonu: Onayınız bekleniyor\n\nuygundur\nret: (gerekçe)\n";
    private static final String OUTLOOK_EN =
            "\n\nFrom: Mail <surec@ornek.edu.tr>\nSent: Tuesday, November 24, 2026 12:00\nTo: Cem\nSubject: Approval\n\napproved\n";
    private static final String APPLE_TR =
            "\n\niPhone’umdan gönderildi\n\n> Mail Gönderimi Süreci <surec@ornek.edu.tr> şunları yazdı (24 Kas 2026 12:00):\n> \n> uygundur\n";
    private static final String APPLE_EN =
            "\n\nSent from my iPhone\n\n> On 24 Nov 2026, at 12:00, Mail <surec@ornek.edu.tr> wrote:\n> \n> approved\n";
    private static final String THUNDERBIRD =
            "\n\n24.11.2026 12:00 tarihinde Mail Gönderimi Süreci yazdı:\n> uygundur\n";
    private static final String SAMSUNG =
            "\n\nSamsung Galaxy akıllı telefonumdan gönderildi.\n\n-------- Orijinal mesaj --------\nuygundur\n";

    static Stream<Arguments> plain() {
        return Stream.of(
                arguments("uygundur", APPROVED),
                arguments("Uygundur.", APPROVED),
                arguments("UYGUNDUR", APPROVED),
                arguments("Uygundur!\n", APPROVED),
                arguments("  uygundur  \r\n\r\n", APPROVED),
                arguments("\u00a0Uygundur\u00a0.\u200b", APPROVED),
                arguments("ONAYLIYORUM", APPROVED),
                arguments("Onaylıyorum.", APPROVED),
                arguments("onayliyorum", APPROVED),
                arguments("ONAYLİYORUM", APPROVED),
                arguments("onay", APPROVED),
                arguments("OLUR", APPROVED),
                arguments("Uygun görülmüştür.", APPROVED),
                arguments("UYGUN GÖRÜLMÜŞTÜR", APPROVED),
                arguments("Uygun go\u0308ru\u0308lmu\u0308s\u0327tu\u0308r", APPROVED),
                arguments("approved", APPROVED),
                arguments("I approve.", APPROVED),
                arguments("I APPROVE", APPROVED),
                arguments("Merhaba,\n\nUygundur.\n\nİyi çalışmalar", APPROVED),
                arguments("Sayın Ayşe Hanım,\nuygundur, teşekkürler.", APPROVED),
                arguments("Evet, uygundur.", APPROVED),
                arguments("Uygundur\nProf. Dr. Cem Öz\nMühendislik Fakültesi Dekanı\nTel: 0362 312 19 19", APPROVED),
                arguments("Uygundur\n\n-- \nCem Öz\nDekan\ncem@ornek.edu.tr\n0362 312 19 19", APPROVED),
                arguments("Uygundur\n\n-- \nCem Öz" + GMAIL_TR, APPROVED),
                arguments("Uygundur" + GMAIL_TR + "\n-- \nCem Öz\n", APPROVED),
                arguments("Uygundur\n\n-- \nCem\nHer şeye hazırım, saat 14.00", UNCLEAR),
                arguments("Uygundur.\nGönderen: Rektörlük olmalı, düzeltin.", UNCLEAR),
                arguments("Uygundur.\nGönderen: rektorluk@ornek.edu.tr olmalı", UNCLEAR),
                arguments("Uygundur.\nGönderen: rektorluk@ornek.edu.tr", UNCLEAR),
                arguments("Uygundur.\nKimden: Rektörlük\nKonu: Kütüphane", UNCLEAR),
                arguments("Uygundur.\nGönderen: Rektörlük\nTarih: 15 Ekim 2026\nKonu: Kütüphane", UNCLEAR),
                arguments("Approved.\nFrom: should be the rectorate", UNCLEAR),
                arguments("Uygundur\nFrom:\nama saati 14:00 yapın", UNCLEAR),
                arguments("Uygundur\n-----------\nama saati 14:00 yapın", UNCLEAR),
                arguments("Uygundur\n_____\nama saati 14:00 yapın", UNCLEAR),
                arguments("Uygundur\n=====\nsaati 14:00 yapın", UNCLEAR),
                arguments("Uygundur\n--\nama saati 14:00 yapın", UNCLEAR),
                arguments("Uygundur\n-- \nsaati 14:00 yapın" + GMAIL_TR, UNCLEAR),
                arguments("Uygundur\n> metin\n--\nama saati 14:00 yapın", UNCLEAR),
                arguments("Uygundur\nOriginal message\nsaati 14:00 yapın", UNCLEAR),
                arguments("Uygundur\n\nAfişte 15.10.2026 yazdı:\n16.10.2026 olacak", UNCLEAR),
                arguments("Uygundur\n15/10/2026", UNCLEAR),
                arguments("Uygundur\n14.00", UNCLEAR),
                arguments("Uygundur\nCem Öz\n15/10/2026", UNCLEAR),
                arguments("Uygundur\nCem Öz\n05-10-2026 14 00", UNCLEAR),
                arguments("Uygundur\nCem Öz\n2026", UNCLEAR),
                arguments("Uygundur\nhttps://yeni.ornek.edu.tr/kayit", UNCLEAR),
                arguments("Uygundur\nCem Öz\nwww.ornek.edu.tr", UNCLEAR),
                arguments("Uygundur\n0362 312 19 19", UNCLEAR),
                arguments("Uygundur\nrektorluk@ornek.edu.tr", UNCLEAR),
                arguments("0362 312 19 19\nuygundur", UNCLEAR),
                arguments("Uygundur\nCem Öz\nDahili: 4519\n", APPROVED),
                arguments("Dear all,\n\nApproved.\n\nBest regards,\nCem Öz", APPROVED),
                arguments("Onaylandı" + GMAIL_TR, APPROVED),
                arguments("Approved" + GMAIL_EN, APPROVED),
                arguments("Uygundur" + OUTLOOK_TR, APPROVED),
                arguments("Approved, thanks" + OUTLOOK_EN, APPROVED),
                arguments("Uygundur" + APPLE_TR, APPROVED),
                arguments("Approved" + APPLE_EN, APPROVED),
                arguments("Uygundur" + THUNDERBIRD, APPROVED),
                arguments("Uygundur" + SAMSUNG, APPROVED),
                arguments("Uygundur\n\nAndroid için Outlook’u edinin<https://aka.ms/AAb9ysg>" + OUTLOOK_TR, APPROVED),
                arguments("Uygundur\n\nGet Outlook for iOS<https://aka.ms/o0ukef>" + OUTLOOK_EN, APPROVED),
                arguments("ret: Saat yanlış.", REJECTED),
                arguments("RET: Bu kitleye gönderilemez", REJECTED),
                arguments("Red - gerekçe yok", REJECTED),
                arguments("Reddediyorum: ücretli etkinlik", REJECTED),
                arguments("REDDEDİYORUM: ÜCRETLİ ETKİNLİK", REJECTED),
                arguments("reject: wrong audience" + GMAIL_EN, REJECTED),
                arguments("Merhaba,\nret: uygundur denmesin\nCem Öz" + OUTLOOK_TR, REJECTED),
                arguments("uygundur ama saati 14:00 yapın", CHANGES_REQUESTED),
                arguments("Uygundur, ancak saat 14.00 olmalı." + GMAIL_TR, CHANGES_REQUESTED),
                arguments("Uygundur. Ancak yer yanlış.", CHANGES_REQUESTED),
                arguments("UYGUNDUR FAKAT İMZA EKSİK", CHANGES_REQUESTED),
                arguments("Merhaba hocam, uygundur ama saati 14:00 yapın", CHANGES_REQUESTED),
                arguments("approved but change the hour to 14:00", CHANGES_REQUESTED),
                arguments("düzeltme: tarih 25 Kasım olacak", CHANGES_REQUESTED),
                arguments("", UNCLEAR),
                arguments("   \n\n", UNCLEAR),
                arguments("tamam", UNCLEAR),
                arguments("ok", UNCLEAR),
                arguments("👍", UNCLEAR),
                arguments("uygun değildir", UNCLEAR),
                arguments("uygun degil", UNCLEAR),
                arguments("onaylamıyorum", UNCLEAR),
                arguments("not approved", UNCLEAR),
                arguments("I do not approve", UNCLEAR),
                arguments("uygundur?", UNCLEAR),
                arguments("Uygun mudur?", UNCLEAR),
                arguments("olur mu", UNCLEAR),
                arguments("ret", UNCLEAR),
                arguments("ret:", UNCLEAR),
                arguments("ret: ...", UNCLEAR),
                arguments("uygundur ama", UNCLEAR),
                arguments("saat 14:00 olursa uygundur", UNCLEAR),
                arguments("Uygundur, saati 14:00 yapın", UNCLEAR),
                arguments("Uygundur. Saati düzeltin.", UNCLEAR),
                arguments("Uygundur\nNot: saati düzeltin", UNCLEAR),
                arguments("uygundur denemez", UNCLEAR),
                arguments("Merhaba saati düzeltin\nuygundur", UNCLEAR),
                arguments("Sayın hocam, uygun değildir\nuygundur", UNCLEAR),
                arguments("Ekte düzelttim, uygundur", UNCLEAR),
                arguments("Teşekkürler" + GMAIL_TR, UNCLEAR),
                arguments(GMAIL_TR, UNCLEAR),
                arguments(OUTLOOK_TR, UNCLEAR),
                arguments(APPLE_EN, UNCLEAR),
                arguments("> uygundur", UNCLEAR),
                arguments("> Onayınız bekleniyor\nuygundur", UNCLEAR),
                arguments("uygundur\n> metin\nşurası yanlış\n> metin", UNCLEAR),
                arguments("uygundur\nBu mail dün gönderildi", UNCLEAR),
                arguments("uygundur\nYanlış mail adresinden gönderildi", UNCLEAR),
                arguments("-- \nuygundur", UNCLEAR),
                arguments("Ofis dışındayım, döndüğümde bakarım.\n\nuygundur", UNCLEAR));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void readsPlainText(String text, AnswerOutcome expected) {
        assertThat(AnswerParser.read(text, null, NAMES).outcome()).isEqualTo(expected);
    }

    static Stream<Arguments> html() {
        return Stream.of(
                arguments("<div dir=\"auto\">Uygundur</div>", APPROVED),
                arguments("<p>Merhaba,</p><p><b>UYGUNDUR</b>&nbsp;</p><p>Saygılarımla</p>", APPROVED),
                arguments(
                        "<div>Uygundur</div><br><div class=\"gmail_quote\"><div class=\"gmail_attr\">24 Kas 2026 Sal, 12:00 tarihinde Mail &lt;s@ornek.edu.tr&gt; şunu yazdı:<br></div><blockquote>ret: x</blockquote></div>",
                        APPROVED),
                arguments(
                        "<div>Approved</div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>From:</b> Mail</div><div>ret: x</div>",
                        APPROVED),
                arguments(
                        "<div class=WordSection1><p>Uygundur.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>Kimden:</b> Mail &lt;s@ornek.edu.tr&gt; <br><b>Gönderildi:</b> 24 Kasım 2026</p></div><p>uygundur değil</p></div>",
                        APPROVED),
                arguments("<div>Uygundur</div><div id=\"Signature\">Cem Öz<br>ama saati 14:00 yapın</div>", UNCLEAR),
                arguments("<div>Uygundur</div><div class=\"gmail_signature\">Prof. Dr. Cem Öz</div>", APPROVED),
                arguments("<div>Uygundur</div><hr><div>saati 14:00 yapın</div>", UNCLEAR),
                arguments(
                        "<div>Uygundur</div><div class=\"gmail_quote\"><blockquote>metin</blockquote><div>şurası yanlış</div><blockquote>metin</blockquote></div>",
                        UNCLEAR),
                arguments("<blockquote type=\"cite\">uygundur</blockquote>", UNCLEAR),
                arguments("<blockquote>metin</blockquote><div>uygundur</div>", UNCLEAR),
                arguments("<div>uygundur</div><blockquote>metin</blockquote><div>şurası yanlış</div>", UNCLEAR),
                arguments("<div>Bakacağım</div><div class=\"gmail_quote\">uygundur</div>", UNCLEAR),
                arguments("<style>p{}</style><script>uygundur</script>", UNCLEAR),
                arguments("<div>Uygundur ama saati <b>14:00</b> yapın</div>", CHANGES_REQUESTED),
                arguments("<div>ret: saat yanlış</div><div id=\"Signature\">Cem</div>", REJECTED));
    }

    @ParameterizedTest
    @MethodSource("html")
    void readsHtmlWhenThereIsNoText(String html, AnswerOutcome expected) {
        assertThat(AnswerParser.read(null, html, NAMES).outcome()).isEqualTo(expected);
        assertThat(AnswerParser.read("  \n", html, NAMES).outcome()).isEqualTo(expected);
    }

    @Test
    void theNoteIsWhatWasWrittenAndNothingOfTheQuotation() {
        assertThat(AnswerParser.read("Uygundur ama saati 14:00 yapın" + OUTLOOK_TR, null, NAMES)
                        .note())
                .isEqualTo("saati 14:00 yapın");
        assertThat(AnswerParser.read("Merhaba,\n\nRET: İlgili birim\nMaliye değil.\n\nCem Öz" + GMAIL_TR, null, NAMES)
                        .note())
                .isEqualTo("İlgili birim Maliye değil.");
        assertThat(AnswerParser.read("ret: gizli", null, NAMES).toString()).doesNotContain("gizli");
    }

    @Test
    void readsAlikeWhateverTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr", "en", "de")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(AnswerParser.read("UYGUNDUR. İYİ ÇALIŞMALAR", null, NAMES)
                                .outcome())
                        .isEqualTo(APPROVED);
                assertThat(AnswerParser.read("I APPROVE IT", null, NAMES).outcome())
                        .isEqualTo(APPROVED);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsQuotedNeverDecides() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> decisions = List.of(
                "uygundur", "Onaylıyorum.", "approved", "I approve", "ret: gerekçe", "uygundur ama saati 14:00 yapın");
        List<String> above =
                List.of("", "Merhaba,", "Teşekkürler.", "Bakıyorum", "İyi çalışmalar\nCem Öz", "Sent from my iPhone");
        for (int i = 0; i < 3000; i++) {
            StringBuilder quote = new StringBuilder();
            int lines = 1 + random.nextInt(6);
            for (int n = 0; n < lines; n++) {
                quote.append(random.nextInt(3) == 0 ? "metin " + n : decisions.get(random.nextInt(decisions.size())))
                        .append('\n');
            }
            String text = above.get(random.nextInt(above.size())) + "\n\n" + quoted(quote.toString(), random);
            assertThat(AnswerParser.read(text, null, NAMES).outcome())
                    .as("seed %d, mail %d:%n%s", seed, i, text)
                    .isEqualTo(UNCLEAR);
        }
    }

    private static String quoted(String text, Random random) {
        String marked = "> " + text.strip().replace("\n", "\n> ") + "\n";
        return switch (random.nextInt(8)) {
            case 0 -> marked;
            case 1 -> "On Tue, Nov 24, 2026 at 12:00 Mail <s@ornek.edu.tr> wrote:\n" + marked;
            case 2 -> "24 Kas 2026 Sal, 12:00 tarihinde Mail <s@ornek.edu.tr> şunu yazdı:\n\n" + marked;
            case 3 -> "________________________________\n" + text;
            case 4 -> "Kimden: Mail\nGönderildi: 24 Kasım 2026\n\n" + text;
            case 5 -> "From: Mail <s@ornek.edu.tr>\nSent: Tuesday\n\n" + text;
            case 6 -> "-----Orijinal İleti-----\n" + text;
            default -> ">> " + text.strip().replace("\n", "\n>> ") + "\n> \n" + marked;
        };
    }
}
