package org.peyk.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AudienceTest {

    @Test
    void isSortedWithoutRepetitions() {
        Selection staff = Selection.of("insan", "personel");
        Selection students = Selection.of("obs", "ogrenci");
        Selection engineers = new Selection("obs", "ogrenci", Map.of("fakulte", "muh"));
        Audience audience = new Audience(
                List.of(engineers, students, staff, students), List.of(students, staff), OptionalLong.empty(), null);
        assertThat(audience.include()).containsExactly(staff, students, engineers);
        assertThat(audience.exclude()).containsExactly(staff, students);
        assertThat(audience)
                .isEqualTo(new Audience(
                        List.of(staff, engineers, students),
                        List.of(staff, students, staff),
                        OptionalLong.empty(),
                        null));
    }

    @Test
    void keepsItsOtherPartsWhenASizeIsExpected() {
        Audience audience = new Audience(List.of(Selection.of("a", "b")), List.of(), OptionalLong.empty(), "neden");
        assertThat(audience.expecting(5))
                .isEqualTo(new Audience(audience.include(), audience.exclude(), OptionalLong.of(5), "neden"));
    }

    /** Filters that read alike as a whole, and yet differ. */
    @Test
    void ordersFiltersByTheirParts() {
        Selection two = new Selection("obs", "g", Map.of("a", "b", "c", "d"));
        Selection one = new Selection("obs", "g", Map.of("a", "b, c=d"));
        assertThat(one).isNotEqualTo(two);
        assertThat(one.compareTo(two)).isPositive();
        assertThat(two.compareTo(one)).isNegative();
        Audience forth = new Audience(List.of(one, two), List.of(), OptionalLong.empty(), null);
        Audience back = new Audience(List.of(two, one), List.of(), OptionalLong.empty(), null);
        assertThat(forth).isEqualTo(back);
    }

    @Test
    void hasOneOrderHoweverItWasPutTogether() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Selection> selections = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Map<String, String> filter = new TreeMap<>();
            for (int f = random.nextInt(3); f > 0; f--) {
                filter.put("k" + random.nextInt(2), "v" + random.nextInt(2));
            }
            selections.add(new Selection("s" + random.nextInt(2), "g" + random.nextInt(2), filter));
        }
        Audience audience = new Audience(selections, List.of(), OptionalLong.empty(), null);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(selections, random);
            assertThat(new Audience(selections, List.of(), OptionalLong.empty(), null))
                    .as("seed %d", seed)
                    .isEqualTo(audience);
        }
        for (Selection one : audience.include()) {
            for (Selection other : audience.include()) {
                assertThat(one.compareTo(other) == 0).as("seed %d", seed).isEqualTo(one.equals(other));
                assertThat(Integer.signum(one.compareTo(other)))
                        .as("seed %d", seed)
                        .isEqualTo(-Integer.signum(other.compareTo(one)));
            }
        }
    }

    @Test
    void keepsAFilterInTheOrderOfItsKeys() {
        Map<String, String> filter = new HashMap<>();
        List.of("z", "a", "m").forEach(k -> filter.put(k, "1"));
        assertThat(new Selection("obs", "g", filter).filter().keySet()).containsExactly("a", "m", "z");
    }
}
