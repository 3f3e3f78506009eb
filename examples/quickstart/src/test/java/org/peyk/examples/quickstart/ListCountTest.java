package org.peyk.examples.quickstart;

import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListCountTest {

    @Test
    void aPersonAndAnAddressCountOnce() {
        ListCount count = ListCount.of("kisi_no;ad_soyad;e_posta;grup;dil\n"
                + "1;A;ISIK@ornek.edu.tr;akademik;tr\n"
                + "1;A;isik2@ornek.edu.tr;ogrenci;tr\n"
                + "2;B;isik@ORNEK.edu.tr;idari;tr\n"
                + "3;C;c@@ornek.edu.tr;idari;tr\n"
                + "4;D;d d@ornek.edu.tr;idari;tr\n"
                + "5;E;e@ornek.edu.tr;ogrenci;en\n");

        assertThat(count.rows()).isEqualTo(6);
        assertThat(count.rejected()).isEqualTo(2);
        assertThat(count.folded()).isEqualTo(2);
        assertThat(count.people()).isEqualTo(2);
        assertThat(count.readers()).isEqualTo(Map.of("tr", 1L, "en", 1L));
    }

    @Test
    void theListOfTheStoryHoldsWhatIsHard() {
        ListCount count = ListCount.of(Sample.RECIPIENTS.text());

        assertThat(count.rows()).isEqualTo(2_000);
        assertThat(count.rejected()).isPositive();
        assertThat(count.folded()).isPositive();
        assertThat(count.readers()).containsOnlyKeys("tr", "en");
        assertThat(count.languages()).containsKeys(Answers.UNKNOWN_ADDRESS, Answers.ON_LEAVE, Answers.CURIOUS);
    }
}
