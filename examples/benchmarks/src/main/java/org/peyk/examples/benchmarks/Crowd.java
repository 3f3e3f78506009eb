package org.peyk.examples.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Audience;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Role;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;

/** A university of the size that measurements need: faculties with a dean each, an office, and people who ask. */
final class Crowd {

    static final int FACULTIES = 20;
    static final int REQUESTERS = 200;
    static final Role OFFICE = Role.of("COMMUNICATIONS_APPROVAL");

    private Crowd() {}

    static UnitId faculty(int i) {
        return UnitId.of("U-" + i);
    }

    static PersonId dean(int i) {
        return PersonId.of("DEAN-" + i);
    }

    static PersonId officer(int i) {
        return PersonId.of("OFFICER-" + i);
    }

    static PersonId requester(int i) {
        return PersonId.of("P-" + i);
    }

    static Role deanOf(UnitId faculty) {
        return new Role("DEAN", faculty);
    }

    static StaticDirectory directory() {
        StaticDirectory.Builder b = StaticDirectory.builder();
        for (int i = 0; i < FACULTIES; i++) {
            b.person(dean(i), "Dekan", faculty(i), null).role(dean(i), deanOf(faculty(i)));
        }
        for (int i = 0; i < 5; i++) {
            b.person(officer(i), "Memur", faculty(0), null).role(officer(i), OFFICE);
        }
        for (int i = 0; i < REQUESTERS; i++) {
            b.person(requester(i), "Talep eden", faculty(i % FACULTIES), null);
        }
        return b.build();
    }

    static RequestForm form() {
        String text = "Kütüphane hafta içi 22.00'ye kadar açıktır. ".repeat(40);
        return RequestForm.builder(Purpose.INFORMATION)
                .detail(Detail.CONTACT, "dahili 2145")
                .content(Content.of(LanguageVersion.plain(Locale.forLanguageTag("tr"), "Kütüphane saatleri", text)))
                .audience(Audience.of(Selection.of("list", "akademik")).expecting(100))
                .sender(new Sender("duyuru@ornek.edu.tr", "Örnek Üniversitesi", null))
                .build();
    }

    /** A source of a hundred people. */
    static RecipientSource source() {
        return new RecipientSource() {
            @Override
            public String name() {
                return "list";
            }

            @Override
            public List<AudienceGroup> groups() {
                return List.of(new AudienceGroup("akademik", LocalizedText.of("Akademik", "Academic")));
            }

            @Override
            public long count(Selection selection) {
                return 100;
            }

            @Override
            public RecipientPage page(Selection selection, @Nullable String after, int limit) {
                List<Recipient> all = IntStream.range(0, 100)
                        .mapToObj(i -> Recipient.ofMail(PersonId.of("S-" + i), "kisi" + i + "@ornek.edu.tr"))
                        .toList();
                return new RecipientPage(all, List.of(), null);
            }
        };
    }
}
