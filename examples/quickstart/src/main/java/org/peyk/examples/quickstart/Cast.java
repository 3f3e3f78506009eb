package org.peyk.examples.quickstart;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.policy.GroupAuthorityPolicy;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.directory.Role;

/** The people of the story, what they are, and who of them decides what. */
enum Cast {
    REQUESTER(
            "elif.gundogdu",
            "Elif Gündoğdu",
            "Mühendislik Fakültesi iletişim temsilcisi",
            "communications contact, Faculty of Engineering",
            null),
    DEAN(
            "nazan.ergokmen",
            "Prof. Dr. Nazan Ergökmen",
            "Mühendislik Fakültesi Dekanı",
            "Dean of the Faculty of Engineering",
            new Role("DEKAN", UnitId.of("muhendislik"))),
    STAFF_OFFICE(
            "sukru.igneci", "Şükrü Iğneci", "Personel Daire Başkanı", "Head of the Staff Office", Role.of("PERSONEL")),
    STUDENT_OFFICE(
            "cigdem.ozisik",
            "Çiğdem Özışık",
            "Öğrenci İşleri Daire Başkanı",
            "Head of Student Affairs",
            Role.of("OGRENCI_ISLERI")),
    COMMUNICATIONS(
            "ipek.sarioglu",
            "İpek Sarıoğlu",
            "Kurumsal İletişim uzmanı",
            "Corporate Communications officer",
            Role.of("KIK")),
    DATA_PROTECTION("oguz.cinar", "Oğuz Çınar", "KVKK sorumlusu", "data-protection officer", Role.of("KVKK"));

    static final UnitId FACULTY = UnitId.of("muhendislik");
    static final LocalizedText FACULTY_NAME =
            LocalizedText.of("Mühendislik Fakültesi Dekanlığı", "Dean's Office, Faculty of Engineering");

    static final String ACADEMICS = "akademik";
    static final String STAFF = "idari";
    static final String STUDENTS = "ogrenci";
    /** More people than this need the communications office as well. */
    private static final long LARGE = 1_000;

    private final PersonId id;
    private final String fullName;
    private final LocalizedText office;
    private final @Nullable Role role;

    Cast(String id, String fullName, String tr, String en, @Nullable Role role) {
        this.id = PersonId.of(id);
        this.fullName = fullName;
        this.office = LocalizedText.of(tr, en);
        this.role = role;
    }

    PersonId id() {
        return id;
    }

    String fullName() {
        return fullName;
    }

    LocalizedText office() {
        return office;
    }

    /** Who may decide a step. */
    static List<Cast> deciding(Authority authority) {
        return Arrays.stream(values())
                .filter(c -> authority.persons().contains(c.id)
                        || (c.role != null && authority.roles().contains(c.role)))
                .toList();
    }

    static StaticDirectory directory() {
        StaticDirectory.Builder directory = StaticDirectory.builder();
        for (Cast c : values()) {
            directory.person(c.id, c.fullName, c == REQUESTER || c == DEAN ? FACULTY : null, null);
            if (c.role != null) {
                directory.role(c.id, c.role);
            }
        }
        return directory.build();
    }

    /** Each group has its office, an invitation has its host's head, and a large mail the communications office. */
    static GroupAuthorityPolicy policy() {
        return GroupAuthorityPolicy.builder()
                .forGroup(ACADEMICS, STAFF_OFFICE.held())
                .forGroup(STAFF, STAFF_OFFICE.held())
                .forGroup(STUDENTS, STUDENT_OFFICE.held())
                .forPurpose(Purpose.INVITATION, DEAN.held())
                .above(LARGE, COMMUNICATIONS.held())
                .dataProtection(Authority.of(DATA_PROTECTION.held()))
                .build();
    }

    private Role held() {
        if (role == null) {
            throw new IllegalStateException(name() + " holds no role");
        }
        return role;
    }
}
