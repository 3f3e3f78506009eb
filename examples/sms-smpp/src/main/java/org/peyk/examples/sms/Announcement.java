package org.peyk.examples.sms;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.policy.GroupAuthorityPolicy;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Audience;
import org.peyk.spi.Channel;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.Role;

/** One announcement with two texts, the people it is for, and the two persons who ask for it and approve it. */
final class Announcement {

    static final PersonId REQUESTER = PersonId.of("sms/requester");
    static final PersonId APPROVER = PersonId.of("sms/approver");
    static final Locale TURKISH = Locale.forLanguageTag("tr");
    static final String SOURCE = "kisiler";

    private static final UnitId UNIT = UnitId.of("ogrenci-isleri");
    private static final Role APPROVES = Role.of("SMS_APPROVER");

    private static final LanguageVersion TURKISH_TEXT = new LanguageVersion(
            TURKISH,
            "Yarınki su kesintisi",
            null,
            "Sayın öğrencimiz,\n\nYarın 10.00-14.00 arasında yerleşkemizde su kesintisi olacaktır. Yemekhane ve kütüphane"
                    + " açıktır.\n\nÖğrenci İşleri Daire Başkanlığı",
            "Sayın öğrencimiz, yarın 10.00-14.00 arasında yerleşkemizde su kesintisi olacaktır. Yemekhane ve kütüphane"
                    + " açıktır; ayrıntılar e-postanızdadır. Öğrenci İşleri Daire Başkanlığı");

    private static final LanguageVersion ENGLISH_TEXT = new LanguageVersion(
            Locale.ENGLISH,
            "No water tomorrow",
            null,
            "Dear student,\n\nThere will be no water on the campus from 10.00 to 14.00 tomorrow. The canteen and the library"
                    + " are open.\n\nStudent Affairs",
            "No water on the campus from 10.00 to 14.00 tomorrow; canteen and library are open. Student Affairs");

    private Announcement() {}

    static Requester requester() {
        return Requester.of(REQUESTER, UNIT);
    }

    static RequestForm form(int people) {
        return RequestForm.builder(Purpose.INFORMATION)
                .detail(Detail.CONTACT, "oidb@universite.example")
                .content(new Content(List.of(TURKISH_TEXT, ENGLISH_TEXT), List.of(), null))
                .audience(Audience.of(Selection.of(SOURCE, CsvRecipientSource.EVERYBODY))
                        .expecting(people))
                .sender(new Sender("duyuru@universite.example", "Öğrenci İşleri", null))
                .channels(Set.of(Channel.MAIL, Channel.SMS))
                .build();
    }

    static Directory directory() {
        return StaticDirectory.builder()
                .person(REQUESTER, "İsteyen", UNIT, null)
                .person(APPROVER, "Onaylayan", UNIT, null)
                .role(APPROVER, APPROVES)
                .build();
    }

    static ApprovalPolicy policy() {
        return GroupAuthorityPolicy.builder()
                .forGroup(SOURCE, CsvRecipientSource.EVERYBODY, APPROVES)
                .always(APPROVES)
                .build();
    }
}
