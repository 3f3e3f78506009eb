package org.peyk.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peyk.ConfigurationException;
import org.peyk.spi.PersonId;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.Role;
import org.peyk.spi.tck.DirectoryContract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StaticDirectoryTest implements DirectoryContract {

    private static final PersonId DEAN = PersonId.of("dekan");
    private static final PersonId DEPUTY = PersonId.of("vekil");
    private static final PersonId LEAVER = PersonId.of("ayrilan");
    private static final Role ROLE = new Role("DEAN", UnitId.of("U-ENG"));

    private final Deputyship deputyship =
            new Deputyship(DEAN, DEPUTY, now().minus(Duration.ofDays(1)), now().plus(Duration.ofDays(1)));

    @Override
    public Directory directory() {
        return StaticDirectory.builder()
                .person(DEAN, "Prof. Dr. Işıl Çığ", UnitId.of("U-ENG"), "dekan@ornek.edu.tr")
                .person(DEPUTY, "Doç. Dr. Ümit Şen", null, null)
                .person(LEAVER, "Ayrılan Kişi", null, null)
                .role(DEAN, ROLE)
                .role(LEAVER, ROLE)
                .inactive(LEAVER, now())
                .deputy(DEAN, DEPUTY, deputyship.from(), deputyship.until())
                .build();
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-11-23T06:00:00Z");
    }

    @Override
    public Role role() {
        return ROLE;
    }

    @Override
    public Set<PersonId> holders() {
        return Set.of(DEAN);
    }

    @Override
    public Optional<PersonId> inactive() {
        return Optional.of(LEAVER);
    }

    @Override
    public Optional<Deputyship> deputyship() {
        return Optional.of(deputyship);
    }

    @Test
    void whoLeavesIsActiveUntilThen() throws Exception {
        Instant before = now().minusMillis(1);
        assertThat(directory().active(LEAVER, before)).isTrue();
        assertThat(directory().holders(ROLE, before)).containsExactlyInAnyOrder(DEAN, LEAVER);
        assertThat(directory().active(LEAVER, now())).isFalse();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithoutNames() {
        StaticDirectory.Builder builder = StaticDirectory.builder()
                .person(DEAN, "Prof. Dr. Işıl Çığ", null, null)
                .person(DEAN, "Prof. Dr. Işıl Çığ", null, null)
                .role(DEPUTY, ROLE)
                .deputy(DEAN, DEPUTY, now(), now().plusSeconds(1))
                .inactive(LEAVER, now());
        assertThatThrownBy(builder::build).isInstanceOfSatisfying(ConfigurationException.class, e -> {
            assertThat(e.problems()).hasSize(4);
            assertThat(e.text().tr()).contains("DEAN").doesNotContain("vekil").doesNotContain("Çığ");
        });
    }
}
