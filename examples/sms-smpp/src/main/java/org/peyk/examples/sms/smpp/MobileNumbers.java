package org.peyk.examples.sms.smpp;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Which numbers a short message can go to: valid ones of mobile telephones, in E.164 form. Thread-safe. */
public final class MobileNumbers {

    /** Where a number without a country code is. */
    public static final String REGION = "TR";

    /** An E.164 number has 15 digits at most; what is much longer is not even looked at. */
    private static final int LONGEST = 32;

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private MobileNumbers() {}

    /**
     * Whether a text is a mobile number in E.164 form and nothing else.
     *
     * @param number such as {@code +905321234567}
     * @return whether it can be put on the wire as it is
     */
    public static boolean isE164(String number) {
        return number.matches("\\+[1-9][0-9]{6,14}")
                && e164(number).filter(number::equals).isPresent();
    }

    /**
     * The E.164 form of a number as people write it.
     *
     * @param written such as {@code 0532 123 45 67}; without a country code it is taken to be Turkish
     * @return the form, or empty when it is no number of a mobile telephone. Where a country's mobile numbers cannot be told from its fixed ones,
     *     both count
     */
    public static Optional<String> e164(String written) {
        if (written.length() > LONGEST || !written.matches("[+(]?[0-9 ()./-]*[0-9]")) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = NUMBERS.parse(written, REGION);
            PhoneNumberType type = NUMBERS.getNumberType(number);
            boolean mobile = type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
            return mobile && !number.hasExtension() && NUMBERS.isValidNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
