package org.peyk.contract;

import java.util.List;
import java.util.Locale;
import org.peyk.policy.GroupAuthorityPolicy;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Audience;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.Role;
import org.peyk.spi.tck.ApprovalPolicyContract;
import org.peyk.spi.tck.PolicyCase;

/** The policy of groups and their authorities keeps the contract of policies. */
class GroupAuthorityPolicyContractTest implements ApprovalPolicyContract {
    private static final Role REGISTRAR = Role.of("STUDENT_AFFAIRS");
    private static final Role PERSONNEL = Role.of("PERSONNEL_OFFICE");
    private static final Role SECRETARY = Role.of("SECRETARY_GENERAL");

    private final ApprovalPolicy policy = GroupAuthorityPolicy.builder()
            .forGroup("ogrenci", REGISTRAR)
            .forGroup("obs", "personel", PERSONNEL)
            .forPurpose(Purpose.CONDOLENCE, SECRETARY)
            .above(10_000, SECRETARY)
            .build();

    private final Directory directory = StaticDirectory.builder()
            .person(PersonId.of("1"), "Işıl Öğüt", null, null)
            .person(PersonId.of("2"), "Ali Çelik", null, null)
            .person(PersonId.of("3"), "Ece Şen", null, null)
            .person(PersonId.of("4"), "Can Ünal", null, null)
            .role(PersonId.of("1"), REGISTRAR)
            .role(PersonId.of("2"), PERSONNEL)
            .role(PersonId.of("3"), SECRETARY)
            .role(PersonId.of("4"), GroupAuthorityPolicy.DATA_PROTECTION_OFFICER)
            .build();

    @Override
    public ApprovalPolicy policy() {
        return policy;
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public List<PolicyCase> cases() {
        Requester requester = Requester.of(PersonId.of("2001"), UnitId.of("muh"));
        LocalizedText text = LocalizedText.of("Kişisel veri", "Personal data");
        Place place = Place.in(Place.Part.TEXT, 0, 4);
        Finding finding = new Finding("KVKK-TCKN", Severity.BLOCK, place, "10*******46", 1, text, text, "tckn", null);
        RequestForm students = form(Purpose.INVITATION, Selection.of("obs", "ogrenci"));
        return List.of(
                PolicyCase.approvable("an invitation of students", requester, students, 500),
                PolicyCase.approvable("an invitation of very many students", requester, students, 23_000),
                PolicyCase.approvable("personal data in an invitation", requester, students, 500)
                        .withFindings(finding),
                PolicyCase.approvable(
                        "a condolence to everybody",
                        requester,
                        form(Purpose.CONDOLENCE, Selection.of("obs", "ogrenci"), Selection.of("obs", "personel")),
                        500),
                PolicyCase.denied("a mail to nobody", requester, form(Purpose.INVITATION), 0),
                PolicyCase.denied(
                        "a mail to a group without an authority",
                        requester,
                        form(Purpose.INVITATION, Selection.of("obs", "mezun")),
                        500));
    }

    private static RequestForm form(Purpose purpose, Selection... audience) {
        return RequestForm.builder(purpose)
                .detail(Detail.HOST, "Mühendislik Fakültesi")
                .detail(Detail.DATE, "2026-12-01")
                .content(Content.of(LanguageVersion.plain(Locale.forLanguageTag("tr"), "Davet", "Bekleriz.")))
                .audience(Audience.of(audience))
                .build();
    }
}
