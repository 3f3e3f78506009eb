package org.peyk.spi.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peyk.spi.LocalizedText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FindingTest {
    private static final Locale TURKISH = Locale.forLanguageTag("tr-TR");

    @Test
    void aPlaceIsDescribedInTheReadersLanguage() {
        Place cell = Place.inFile("liste.xlsx", List.of("Liste (gizli sayfa)", "D7"), true);
        assertThat(cell.describe(TURKISH)).isEqualTo("ek liste.xlsx › Liste (gizli sayfa) › D7");
        assertThat(cell.describe(Locale.GERMAN)).isEqualTo("attachment liste.xlsx › Liste (gizli sayfa) › D7");
        assertThat(Place.in(Place.Part.SUBJECT, 0, 3).describe(TURKISH)).isEqualTo("konu");
    }

    @Test
    void aPlaceIsMovedWithinItsPart() {
        Place cell = Place.inFile("liste.xlsx", List.of("D7"), true);
        assertThat(cell.at(3, 9))
                .isEqualTo(new Place(Place.Part.ATTACHMENT, null, "liste.xlsx", List.of("D7"), 3, 9, true));
        assertThat(cell.start()).isEqualTo(-1);
    }

    @Test
    void everyPartHasANameOfItsOwn() {
        for (Locale locale : List.of(TURKISH, Locale.ENGLISH)) {
            assertThat(Stream.of(Place.Part.values())
                            .map(part -> Place.in(part, -1, -1).describe(locale)))
                    .doesNotHaveDuplicates()
                    .noneMatch(String::isBlank);
        }
    }

    @Test
    void aFindingStandsForSomething() {
        assertThat(finding("KVKK-TCKN", 1).count()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> finding(" ", 1)).withMessageContaining("code");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> finding("KVKK-TCKN", 0))
                .withMessageContaining("count");
    }

    private static Finding finding(String code, int count) {
        LocalizedText text = LocalizedText.of("Metin", "Text");
        Place place = Place.in(Place.Part.TEXT, 0, 1);
        return new Finding(code, Severity.BLOCK, place, "1*********6", count, text, text, "rule", null);
    }
}
