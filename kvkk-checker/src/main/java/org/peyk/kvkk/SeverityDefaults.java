package org.peyk.kvkk;

import java.util.List;

import static org.peyk.kvkk.Certainty.CONTEXTUAL;
import static org.peyk.kvkk.Certainty.PROBABLE;
import static org.peyk.kvkk.Certainty.VERIFIED;
import static org.peyk.kvkk.Circumstance.ANY;
import static org.peyk.kvkk.Circumstance.BESIDE_NAME;
import static org.peyk.spi.check.Severity.BLOCK;
import static org.peyk.spi.check.Severity.INFO;
import static org.peyk.spi.check.Severity.JUSTIFY;

/** Lines of the severity table for kinds of data that need their surroundings to be known. */
final class SeverityDefaults {

    /**
     * The lines for what identifies less often, and for what is said of a person. Of the special categories of article 6(1) none may be told to a
     * mailing list; marks and need are a leak as soon as they are a list.
     */
    static final List<SeverityRule> SURROUNDED = List.of(
            new SeverityRule("vkn", PersonalDataType.VKN, VERIFIED, ANY, 1, INFO),
            new SeverityRule("vkn-with-name", PersonalDataType.VKN, VERIFIED, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("vkn-probable", PersonalDataType.VKN, PROBABLE, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("sgk-no", PersonalDataType.SGK_NO, CONTEXTUAL, ANY, 1, JUSTIFY),
            new SeverityRule("sgk-no-with-name", PersonalDataType.SGK_NO, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("passport", PersonalDataType.PASSPORT, CONTEXTUAL, ANY, 1, JUSTIFY),
            new SeverityRule("passport-with-name", PersonalDataType.PASSPORT, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("driving-licence", PersonalDataType.DRIVING_LICENCE, CONTEXTUAL, ANY, 1, JUSTIFY),
            new SeverityRule(
                    "driving-licence-with-name", PersonalDataType.DRIVING_LICENCE, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("staff-no", PersonalDataType.STAFF_NO, CONTEXTUAL, ANY, 1, JUSTIFY),
            new SeverityRule("plate", PersonalDataType.PLATE, CONTEXTUAL, ANY, 1, JUSTIFY),
            new SeverityRule("ip-with-name", PersonalDataType.IP_ADDRESS, CONTEXTUAL, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("mac-with-name", PersonalDataType.MAC_ADDRESS, CONTEXTUAL, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("id-card-no", PersonalDataType.ID_CARD_NO, CONTEXTUAL, ANY, 1, JUSTIFY),
            new SeverityRule("id-card-no-with-name", PersonalDataType.ID_CARD_NO, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("hes-code", PersonalDataType.HES_CODE, CONTEXTUAL, ANY, 1, JUSTIFY),
            new SeverityRule("hes-code-with-name", PersonalDataType.HES_CODE, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("credential", PersonalDataType.CREDENTIAL, CONTEXTUAL, ANY, 1, BLOCK),
            new SeverityRule("credential-probable", PersonalDataType.CREDENTIAL, PROBABLE, ANY, 1, JUSTIFY),
            new SeverityRule("birth-date", PersonalDataType.BIRTH_DATE, CONTEXTUAL, ANY, 1, INFO),
            new SeverityRule("birth-date-with-name", PersonalDataType.BIRTH_DATE, CONTEXTUAL, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("birth-place", PersonalDataType.BIRTH_PLACE, CONTEXTUAL, ANY, 1, INFO),
            new SeverityRule(
                    "birth-place-with-name", PersonalDataType.BIRTH_PLACE, CONTEXTUAL, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("parent-name", PersonalDataType.PARENT_NAME, CONTEXTUAL, ANY, 1, JUSTIFY),
            new SeverityRule("parent-name-with-name", PersonalDataType.PARENT_NAME, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("home-address", PersonalDataType.HOME_ADDRESS, CONTEXTUAL, ANY, 1, JUSTIFY),
            new SeverityRule("home-address-list", PersonalDataType.HOME_ADDRESS, CONTEXTUAL, BESIDE_NAME, 2, BLOCK),
            new SeverityRule("grade", PersonalDataType.GRADE, CONTEXTUAL, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("grade-list", PersonalDataType.GRADE, CONTEXTUAL, BESIDE_NAME, 2, BLOCK),
            new SeverityRule("need", PersonalDataType.FINANCIAL_NEED, CONTEXTUAL, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("need-list", PersonalDataType.FINANCIAL_NEED, CONTEXTUAL, BESIDE_NAME, 2, BLOCK),
            new SeverityRule("disciplinary", PersonalDataType.DISCIPLINARY, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("disciplinary-probable", PersonalDataType.DISCIPLINARY, PROBABLE, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("need-probable", PersonalDataType.FINANCIAL_NEED, PROBABLE, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("health", PersonalDataType.HEALTH, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("health-probable", PersonalDataType.HEALTH, PROBABLE, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("disability", PersonalDataType.DISABILITY, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("disability-probable", PersonalDataType.DISABILITY, PROBABLE, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("religion", PersonalDataType.RELIGION, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("religion-probable", PersonalDataType.RELIGION, PROBABLE, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("political", PersonalDataType.POLITICAL, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("political-probable", PersonalDataType.POLITICAL, PROBABLE, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("ethnic", PersonalDataType.ETHNIC, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("ethnic-probable", PersonalDataType.ETHNIC, PROBABLE, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("union", PersonalDataType.UNION_MEMBERSHIP, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("union-probable", PersonalDataType.UNION_MEMBERSHIP, PROBABLE, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("criminal", PersonalDataType.CRIMINAL, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("criminal-probable", PersonalDataType.CRIMINAL, PROBABLE, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("biometric", PersonalDataType.BIOMETRIC_GENETIC, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule(
                    "biometric-probable", PersonalDataType.BIOMETRIC_GENETIC, PROBABLE, BESIDE_NAME, 1, JUSTIFY),
            new SeverityRule("sexual-life", PersonalDataType.SEXUAL_LIFE, CONTEXTUAL, BESIDE_NAME, 1, BLOCK),
            new SeverityRule("sexual-life-probable", PersonalDataType.SEXUAL_LIFE, PROBABLE, BESIDE_NAME, 1, JUSTIFY));

    private SeverityDefaults() {}
}
