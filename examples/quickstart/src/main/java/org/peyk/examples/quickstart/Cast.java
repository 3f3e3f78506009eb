package org.peyk.examples.quickstart;

import java.util.Locale;
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
    REQUESTER("p-101", "Elif Gündoğdu", "Mühendislik Fakültesi iletişim temsilcisi", "Faculty of Engineering, communications contact"),
    DEAN("p-102", "Prof. Dr. Nazan Ergökmen", "Mühendislik Fakültesi Dekanı", "Dean of the Faculty of Engineering"),
    STAFF_OFFICE("p-201", "Şükrü Iğneci", "Personel Daire Başkanı", "Head of the Staff Office"),
    STUDENT_OFFICE("p-301", "Çiğdem Özışık", "Öğrenci İşleri Daire Başkanı", "Head of Student Affairs"),
    COMMUNICATIONS("p-401", "İpek Sarıoğlu", "Kurumsal İletişim uzmanı (KİK)", "Corporate Communications officer"),
    DATA_PROTECTION("p-501", "Av. Oğuz Çınar", "KVKK sorumlusu", "Data-protection officer");

    static final UnitId FACULTY = UnitId.of("muhendislik");
    static final LocalizedText FACULTY_NAME =
            LocalizedText.of("Mühendislik Fakültesi Dekanlığı", "Dean's Office, Faculty of Engineering");

    static final String ACADEMICS = "akademik";
    static final String STAFF = "idari";
    static final String STUDENTS = "ogrenci";
    /** More people than this need the communications office as well. */
    static final long LARGE = 1_000;

    private static final Role DEAN_ROLE = new Role("DEKAN", FACULTY);
    private static final Role STAFF_ROLE = Role.of("PERSONEL");
    private static final Role STUDENT_ROLE = Role.of("OGRENCI_ISLERI");
    private static final Role COMMUNICATIONS_ROLE = Role.of("KIK");
    private static final Role DATA_PROTECTION_ROLE = Role.of("KVKK");

    private final PersonId id;
    private final String fullName;
    private final LocalizedText office;

    Cast(String id, String fullName, String tr, String en) {
        this.id = PersonId.of(id);
        this.fullName = fullName;
        this.office = LocalizedText.of(tr, en);
    }

    PersonId id() {
        return id;
    }

    String fullName() {
        return fullName;
    }

    String office(Locale locale) {
        return office.in(locale);
    }

    static StaticDirectory directory() {
        StaticDirectory.Builder directory = StaticDirectory.builder();
        for (Cast c : values()) {
            directory.person(c.id, c.fullName, c == REQUESTER || c == DEAN ? FACULTY : null, null);
        }
        return directory.role(DEAN.id, DEAN_ROLE)
                .role(STAFF_OFFICE.id, STAFF_ROLE)
                .role(STUDENT_OFFICE.id, STUDENT_ROLE)
                .role(COMMUNICATIONS.id, COMMUNICATIONS_ROLE)
                .role(DATA_PROTECTION.id, DATA_PROTECTION_ROLE)
                .build();
    }

    /** Each group has its office, an invitation has its host's head, and a large mail the communications office. */
    static GroupAuthorityPolicy policy() {
        return GroupAuthorityPolicy.builder()
                .forGroup(ACADEMICS, STAFF_ROLE)
                .forGroup(STAFF, STAFF_ROLE)
                .forGroup(STUDENTS, STUDENT_ROLE)
                .forPurpose(Purpose.INVITATION, DEAN_ROLE)
                .above(LARGE, COMMUNICATIONS_ROLE)
                .dataProtection(Authority.of(DATA_PROTECTION_ROLE))
                .build();
    }
}
