package org.peyk.kvkk.internal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.peyk.kvkk.PersonalDataType;

/** Kinds of data by the part they have in a link between a person and what is said of that person. */
final class Kinds {

    /** Numbers that stand for a person as a name does. */
    static final Set<PersonalDataType> KEYS = Collections.unmodifiableSet(EnumSet.of(
            PersonalDataType.TCKN,
            PersonalDataType.YKN,
            PersonalDataType.STUDENT_NO,
            PersonalDataType.STAFF_NO,
            PersonalDataType.PASSPORT));

    /** What stands beside anything, and makes no name of unknown words beside it. */
    static final Set<PersonalDataType> WEAK = Collections.unmodifiableSet(EnumSet.of(
            PersonalDataType.PERSON_NAME,
            PersonalDataType.LANDLINE_PHONE,
            PersonalDataType.HOME_ADDRESS,
            PersonalDataType.BIRTH_PLACE,
            PersonalDataType.PARENT_NAME,
            PersonalDataType.PLATE,
            PersonalDataType.IP_ADDRESS,
            PersonalDataType.MAC_ADDRESS,
            PersonalDataType.CREDENTIAL));

    /** What words say of a person, by the cue of the words. */
    static final Map<Cue, PersonalDataType> SAID = said();

    /** What is said of a person; nothing without one. */
    static final Set<PersonalDataType> ATTRIBUTES = attributes();

    private Kinds() {}

    private static Map<Cue, PersonalDataType> said() {
        Map<Cue, PersonalDataType> said = new EnumMap<>(Cue.class);
        said.put(Cue.HEALTH, PersonalDataType.HEALTH);
        said.put(Cue.HEALTH_WORD, PersonalDataType.HEALTH);
        said.put(Cue.DISABILITY, PersonalDataType.DISABILITY);
        said.put(Cue.DISABILITY_WORD, PersonalDataType.DISABILITY);
        said.put(Cue.RELIGION, PersonalDataType.RELIGION);
        said.put(Cue.POLITICAL, PersonalDataType.POLITICAL);
        said.put(Cue.ETHNIC, PersonalDataType.ETHNIC);
        said.put(Cue.UNION, PersonalDataType.UNION_MEMBERSHIP);
        said.put(Cue.CRIMINAL, PersonalDataType.CRIMINAL);
        said.put(Cue.BIOMETRIC, PersonalDataType.BIOMETRIC_GENETIC);
        said.put(Cue.SEXUAL, PersonalDataType.SEXUAL_LIFE);
        said.put(Cue.DISCIPLINE, PersonalDataType.DISCIPLINARY);
        said.put(Cue.NEED, PersonalDataType.FINANCIAL_NEED);
        said.put(Cue.FAILED, PersonalDataType.GRADE);
        return Collections.unmodifiableMap(said);
    }

    private static Set<PersonalDataType> attributes() {
        EnumSet<PersonalDataType> all = EnumSet.copyOf(SAID.values());
        all.add(PersonalDataType.GRADE);
        return Collections.unmodifiableSet(all);
    }
}
