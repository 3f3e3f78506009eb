package org.peyk.spi.tck;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientSource;

class RecipientSourceContractTest {

    @Nested
    class ALiveSource extends People {
        ALiveSource() {
            super(SourceDefect.NONE);
        }
    }

    @Nested
    class AListThatDoesNotChange extends People {
        AListThatDoesNotChange() {
            super(SourceDefect.NONE);
        }

        @Override
        public Optional<Changes> changes() {
            return Optional.empty();
        }

        @Override
        public Optional<Selection> filtered() {
            return Optional.empty();
        }

        @Override
        public Optional<RecipientSource> stuckSource() {
            return Optional.empty();
        }

        @Override
        public Optional<RecipientSource> brokenSource() {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @MethodSource("defects")
    void findsTheDefect(SourceDefect defect, String check) throws Exception {
        ContractRun.fails(new People(defect), check);
    }

    static Stream<Arguments> defects() {
        return Defect.andChecks(SourceDefect.values());
    }

    @Test
    void everyCheckCanFail() {
        ContractRun.allCanFail(RecipientSourceContract.class, Defect.allChecks(SourceDefect.values()));
    }

    @Test
    void findsRejectedRowsThatWereNotDeclared() throws Exception {
        People fixture = new People(SourceDefect.NONE) {
            @Override
            public List<String> rejectedValues() {
                return List.of();
            }
        };
        ContractRun.fails(fixture, "reportsRowsThatAreNoPeople");
    }

    static class People implements RecipientSourceContract {
        private final SourceDefect defect;
        private final MemoryPeople people = new MemoryPeople();

        People(SourceDefect defect) {
            this.defect = defect;
        }

        @Override
        public RecipientSource source() {
            return new MemorySource(people, MemorySource.Data.READY, defect);
        }

        @Override
        public Selection selection() {
            return Selection.of("kisiler", "ogrenci");
        }

        @Override
        public Set<PersonId> people() {
            return people.rows().values().stream()
                    .filter(MemoryPeople::usable)
                    .map(Recipient::person)
                    .collect(Collectors.toSet());
        }

        @Override
        public Optional<Selection> filtered() {
            return Optional.of(new Selection("kisiler", "ogrenci", Map.of("faculty", "muh")));
        }

        @Override
        public List<String> rejectedValues() {
            return List.of(MemoryPeople.NO_PERSON);
        }

        @Override
        public Optional<Changes> changes() {
            return Optional.of(people);
        }

        @Override
        public Optional<RecipientSource> brokenSource() {
            return Optional.of(new MemorySource(people, MemorySource.Data.BROKEN, defect));
        }

        @Override
        public Optional<RecipientSource> stuckSource() {
            return Optional.of(new MemorySource(people, MemorySource.Data.STUCK, defect));
        }

        @Override
        public Duration bound() {
            return defect == SourceDefect.NONE ? Duration.ofSeconds(5) : Duration.ofMillis(300);
        }
    }
}
