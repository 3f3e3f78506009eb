package org.peyk.examples.sms.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SmsTextTest {

    @ParameterizedTest
    @CsvSource({
        // text, how often, coding, parts, used, left
        "a, 160, GSM, 1, 160, 0",
        "a, 161, GSM, 2, 161, 145",
        "a, 306, GSM, 2, 306, 0",
        "a, 307, GSM, 3, 307, 152",
        "€, 80, GSM, 1, 160, 0",
        "ğ, 77, GSM_TURKISH_SINGLE, 1, 154, 1",
        "ğ, 78, GSM_TURKISH_LOCKING, 1, 78, 77",
        "ğ, 155, GSM_TURKISH_LOCKING, 1, 155, 0",
        "ğ, 156, GSM_TURKISH_LOCKING, 2, 156, 142",
        "ğ, 298, GSM_TURKISH_LOCKING, 2, 298, 0",
        "ğ, 299, GSM_TURKISH_LOCKING, 3, 299, 148",
        "я, 70, UCS2, 1, 70, 0",
        "я, 71, UCS2, 2, 71, 63",
        "я, 134, UCS2, 2, 134, 0",
        "я, 135, UCS2, 3, 135, 66",
        "🙂, 35, UCS2, 1, 70, 0",
    })
    void countsPartsExactlyWithAnEightBitReference(
            String text, int times, SmsCoding coding, int parts, int used, int left) {
        SmsPlan plan = SmsText.plan(text.repeat(times), true, Reference.BITS_8);
        assertThat(plan.coding()).isEqualTo(coding);
        assertThat(plan.segments()).isEqualTo(parts);
        assertThat(plan.used()).isEqualTo(used);
        assertThat(plan.left()).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({
        "a, 304, GSM, 2",
        "a, 305, GSM, 3",
        "ğ, 296, GSM_TURKISH_LOCKING, 2",
        "ğ, 297, GSM_TURKISH_LOCKING, 3",
        "я, 132, UCS2, 2",
        "я, 133, UCS2, 3",
    })
    void aSixteenBitReferenceCostsAnOctetInEachPart(String text, int times, SmsCoding coding, int parts) {
        SmsPlan plan = SmsText.plan(text.repeat(times));
        assertThat(plan.coding()).isEqualTo(coding);
        assertThat(plan.segments()).isEqualTo(parts);
    }

    @Test
    void anEscapeStaysWithItsCharacter() {
        // the 153rd septet would be the escape of the euro sign
        SmsPlan plan = SmsText.plan("a".repeat(152) + "€" + "b".repeat(20), true, Reference.BITS_8);
        assertThat(plan.coding()).isEqualTo(SmsCoding.GSM);
        assertThat(plan.pieces()).containsExactly("a".repeat(152), "€" + "b".repeat(20));
    }

    @Test
    void aPairStaysTogether() {
        SmsPlan plan = SmsText.plan("я".repeat(66) + "🙂" + "я".repeat(10), true, Reference.BITS_8);
        assertThat(plan.pieces()).containsExactly("я".repeat(66), "🙂" + "я".repeat(10));
    }

    @Test
    void turkishLettersOfTheDefaultAlphabetCostNothing() {
        assertThat(SmsText.plan("Ünlü öğretim görevlisi Çınar").coding()).isEqualTo(SmsCoding.GSM_TURKISH_SINGLE);
        assertThat(SmsText.plan("Ünlü özel Çelik").coding()).isEqualTo(SmsCoding.GSM);
        // a small c with cedilla is not in it, whatever a telephone shows
        assertThat(SmsText.plan("çelik").coding()).isEqualTo(SmsCoding.GSM_TURKISH_SINGLE);
    }

    @Test
    void namesWhatForcesSixteenBits() {
        SmsPlan plan = SmsText.plan("Sayın hocam, toplantı saat 14.00’te 🙂 başlar – lütfen ’");
        assertThat(plan.coding()).isEqualTo(SmsCoding.UCS2);
        assertThat(plan.forcing()).containsExactly("’", "🙂", "–");
        assertThat(SmsText.plan("Sayın hocam").forcing()).isEmpty();
    }

    @Test
    void withoutNationalTablesTurkishIsSixteenBits() {
        SmsPlan plan = SmsText.plan("Toplantı yarın", false, Reference.BITS_16);
        assertThat(plan.coding()).isEqualTo(SmsCoding.UCS2);
        assertThat(plan.forcing()).containsExactly("ı");
    }

    @Test
    void anEmptyTextIsOnePart() {
        SmsPlan plan = SmsText.plan("");
        assertThat(plan.segments()).isEqualTo(1);
        assertThat(plan.left()).isEqualTo(160);
    }

    /** Octets worked out by hand from the tables of TS 23.038 and the elements of TS 23.040. */
    @Test
    void writesTheOctetsOfTheStandard() {
        assertThat(only("Çğ@€")).isEqualTo(octets(0x03, 0x24, 0x01, 0x01, 0x09, 0x1B, 0x67, 0x00, 0x1B, 0x65));
        assertThat(only("İŞĞışğç"))
                .isEqualTo(octets(
                        0x03, 0x24, 0x01, 0x01, 0x1B, 0x49, 0x1B, 0x53, 0x1B, 0x47, 0x1B, 0x69, 0x1B, 0x73, 0x1B, 0x67,
                        0x1B, 0x63));
        assertThat(only("{[~]}|\\^\f\n"))
                .isEqualTo(octets(
                        0x1B, 0x28, 0x1B, 0x3C, 0x1B, 0x3D, 0x1B, 0x3E, 0x1B, 0x29, 0x1B, 0x40, 0x1B, 0x2F, 0x1B, 0x14,
                        0x1B, 0x0A, 0x0A));
        assertThat(only("я€")).isEqualTo(octets(0x04, 0x4F, 0x20, 0xAC));
        SmsPart locking = SmsText.plan("€ığĞŞşİçÇ".repeat(17)).parts(1).get(0);
        assertThat(locking.header()).isEqualTo(octets(0x03, 0x25, 0x01, 0x01));
        assertThat(locking.text()).startsWith(octets(0x04, 0x07, 0x0C, 0x0B, 0x1C, 0x1D, 0x40, 0x60, 0x09));
    }

    @Test
    void joinsPartsByTheirReference() {
        List<SmsPart> wide = SmsText.plan("a".repeat(200)).parts(0xABCD);
        assertThat(wide.get(0).header()).isEqualTo(octets(0x06, 0x08, 0x04, 0xAB, 0xCD, 0x02, 0x01));
        assertThat(wide.get(1).header()).isEqualTo(octets(0x06, 0x08, 0x04, 0xAB, 0xCD, 0x02, 0x02));
        List<SmsPart> narrow =
                SmsText.plan("ş".repeat(200), true, Reference.BITS_8).parts(0xABCD);
        assertThat(narrow.get(1).header()).isEqualTo(octets(0x08, 0x00, 0x03, 0xCD, 0x02, 0x02, 0x25, 0x01, 0x01));
    }

    @Test
    void everyTextComesBackAsItWas() {
        long seed = new Random().nextLong();
        System.out.println("seed of everyTextComesBackAsItWas: " + seed);
        Random random = new Random(seed);
        String[] alphabets = {
            "abcdefgh ABC,.123",
            "abcçğıöşüÇĞİÖŞÜ €{}[]\\|^~",
            "@£$¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà",
            "яжш漢字🙂👩‍🎓 abcğ€"
        };
        for (int round = 0; round < 2_000; round++) {
            String text = random(random, alphabets[random.nextInt(alphabets.length)], random.nextInt(900));
            Reference reference = random.nextBoolean() ? Reference.BITS_8 : Reference.BITS_16;
            SmsPlan plan = SmsText.plan(text, random.nextInt(5) > 0, reference);
            assertThat(read(plan, random.nextInt(65_536)))
                    .as("seed %s round %s", seed, round)
                    .isEqualTo(text);
            for (SmsCoding coding : SmsCoding.values()) {
                SmsPlan other = SmsText.with(coding, text, reference);
                if (other != null) {
                    assertThat(read(other, round))
                            .as("seed %s round %s", seed, round)
                            .isEqualTo(text);
                }
            }
        }
    }

    private static String random(Random random, String alphabet, int length) {
        int[] points = alphabet.codePoints().toArray();
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < length; i++) {
            b.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return b.toString();
    }

    private static String read(SmsPlan plan, int number) {
        List<String> texts = new ArrayList<>();
        for (SmsPart part : plan.parts(number)) {
            int octets = part.octets().length;
            int packed = part.coding().septets() ? part.header().length + (part.text().length * 7 + 7) / 8 : octets;
            assertThat(packed).isLessThanOrEqualTo(140);
            int dataCoding = part.coding() == SmsCoding.UCS2 ? 8 : 0;
            SmsDecoder.Read read = SmsDecoder.read(part.octets(), part.hasHeader(), dataCoding);
            assertThat(read.part()).isEqualTo(texts.size() + 1);
            assertThat(read.parts()).isEqualTo(plan.segments());
            assertThat(Character.isLowSurrogate((read.text() + " ").charAt(0))).isFalse();
            texts.add(read.text());
        }
        return String.join("", texts);
    }

    private static byte[] only(String text) {
        List<SmsPart> parts = SmsText.plan(text).parts(7);
        assertThat(parts).hasSize(1);
        return parts.get(0).octets();
    }

    private static byte[] octets(int... values) {
        byte[] octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        return octets;
    }

    @Test
    void showsNoText() {
        SmsPlan plan = SmsText.plan("gizli söz".repeat(40));
        assertThat(plan + " " + plan.parts(1)).doesNotContain("gizli");
    }
}
