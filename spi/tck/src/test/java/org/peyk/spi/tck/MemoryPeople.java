package org.peyk.spi.tck;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;
import org.peyk.spi.recipient.Recipient;

/** The data of {@link MemorySource}s: students by key, every fifth row of which is no person. */
final class MemoryPeople implements RecipientSourceFixture.Changes {
    static final String NO_PERSON = "bozuk-adres-satiri";

    private final TreeMap<String, Recipient> rows = new TreeMap<>();
    private int next = 500;

    MemoryPeople() {
        for (int i = 0; i < 25; i++) {
            add(i);
        }
    }

    private PersonId add(int i) {
        PersonId person = PersonId.of("2026" + (1000 + i));
        String faculty = i % 2 == 0 ? "muh" : "fen";
        rows.put(
                person.value(),
                new Recipient(
                        person,
                        Map.of(Channel.MAIL, i % 5 == 4 ? NO_PERSON + i : "ogr" + i + "@ogr.universite.example"),
                        "Işıl Öğrenci " + i,
                        Locale.forLanguageTag("tr"),
                        Set.of("ogrenci"),
                        Map.of("faculty", faculty)));
        return person;
    }

    static boolean usable(Recipient row) {
        return !String.valueOf(row.addresses().get(Channel.MAIL)).startsWith(NO_PERSON);
    }

    @Override
    public synchronized PersonId join() {
        next += 5;
        return add(next);
    }

    @Override
    public synchronized void leave(PersonId person) {
        rows.remove(person.value());
    }

    synchronized TreeMap<String, Recipient> rows() {
        return new TreeMap<>(rows);
    }
}
