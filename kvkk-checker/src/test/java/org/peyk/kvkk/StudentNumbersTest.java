package org.peyk.kvkk;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.Scans.identifiers;
import static org.peyk.kvkk.Scans.notable;

class StudentNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Öğrenci No: 210412071",
                "öğrenci numarası 210412071 olan",
                "ÖĞRENCİ NO 210412071",
                "ogrenci no: 210412071",
                "210412071 numaralı öğrencimiz",
                "210412071 nolu öğrenci",
                "Student ID: 210412071",
                "Okul numarası: 210412071"
            })
    void aLabelMakesAStudentNumber(String text) {
        assertThat(identifiers(text)).containsExactly("STUDENT_NO:210412071");
    }

    @Test
    void lettersAndDotsBelongToIt() {
        assertThat(identifiers("Öğrenci No: B211210001")).containsExactly("STUDENT_NO:B211210001");
        assertThat(identifiers("Öğrenci No: 21.01.04.035")).containsExactly("STUDENT_NO:21.01.04.035");
        assertThat(identifiers("Öğrenci No: 20210104035")).containsExactly("STUDENT_NO:20210104035");
    }

    @Test
    void aListBesideNamesNeedsNoLabel() {
        String text = "Notlar:\n210412071 Kayra Bolat 72\n210412072  Zişan Ekici  35\n210412073 Xqz Wvy 51\n";
        assertThat(notable(text))
                .containsExactly(
                        "STUDENT_NO:210412071",
                        "PERSON_NAME:Kayra Bolat",
                        "GRADE:72",
                        "STUDENT_NO:210412072",
                        "PERSON_NAME:Zişan Ekici",
                        "GRADE:35",
                        "STUDENT_NO:210412073",
                        "PERSON_NAME:Xqz Wvy",
                        "GRADE:51");
        assertThat(Scans.SCANNER.scan(text))
                .filteredOn(m -> m.type() == PersonalDataType.STUDENT_NO)
                .hasSize(3)
                .allMatch(Match::besideName);
    }

    @Test
    void aListWithoutNamesNeedsStudents() {
        String list = "210412071 - Banko\n210412072 - Depo\n210412073 - Salon\n";
        assertThat(identifiers("Görevli öğrenciler:\n" + list)).hasSize(3);
        assertThat(identifiers("Gelen koliler:\n" + list)).isEmpty();
    }

    @Test
    void twoAreNoList() {
        assertThat(identifiers("210412071 Kayra Bolat 72\n210412072 Zişan Ekici 35\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E-48215973-302.01-184220",
                "Sayı: E-47120983-302.01-118254",
                "Öğrenci işleri, evrak no 118254778",
                "İhale kayıt no: 2026/1284467",
                "Doğrudan temin no: 26DT1184327",
                "öğrenciler için talep no: 20261103445",
                "10.5281/zenodo.7391845",
                "CHG0048213",
                "öğrenci katkı payı 1.250.000 TL",
                "2026-2027 öğrenci kayıtları 25.01.2027",
                "öğrencilerimizin 1204 başvurusu"
            })
    void numbersOfThingsAreNone(String text) {
        assertThat(identifiers(text)).isEmpty();
    }

    @Test
    void theUniversitysOwnShapesNeedNoLabel() {
        KvkkRules rules = KvkkRules.builder()
                .studentNumberPatterns("20#######", "@###-####")
                .build();
        KvkkScanner scanner = KvkkScanner.of(rules);
        String text = "Kayıt 201234567, a123-4567, 301234567, 2012345678, takip no 209999999";
        assertThat(Scans.show(text, scanner.scan(text), false))
                .containsExactly("STUDENT_NO:201234567", "STUDENT_NO:a123-4567");
    }

    @Test
    void aHeadingFarAboveIsEnoughInATable() {
        assertThat(notable(Scans.table(
                        "Liste",
                        false,
                        List.of(
                                List.of("Sıra No", "Öğrenci No", "Tutar"),
                                List.of("1", "210412071", "1250000"),
                                List.of("2", "210412072", "1350000")))))
                .containsExactly("STUDENT_NO:210412071", "STUDENT_NO:210412072");
    }

    @Test
    void amountsBesideNamesAreNoStudentNumbers() {
        assertThat(notable(Scans.table(
                        "Liste",
                        false,
                        List.of(
                                List.of("Yürütücü", "Bütçe"),
                                List.of("Kayra Bolat", "1250000"),
                                List.of("Ece Fındıklı", "1350000"),
                                List.of("Nilay Kırca", "1450000")))))
                .noneMatch(s -> s.startsWith("STUDENT_NO"));
    }
}
