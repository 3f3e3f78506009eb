package org.peyk.spi.tck;

/** Ways to get a recipient source wrong, each with the checks that must find it. */
enum SourceDefect implements Defect {
    NONE(),
    INFO_CHANGES("saysWhoItIs"),
    NAME_CHANGES("hasOneName"),
    LISTS_A_GROUP_TWICE("readsTheGroupsItLists"),
    LISTS_A_GROUP_IT_CANNOT_READ("readsTheGroupsItLists"),
    LOSES_THE_LAST("givesEverybody"),
    ADDS_A_STRANGER("givesEverybody"),
    COUNTS_WRONGLY("givesEverybody", "readsTheGroupsItLists", "filtersCountsAndPagesAlike"),
    GIVES_MORE_THAN_ASKED("givesTheSameInPagesOfAnySize", "goesOnFromAnyCursor"),
    SKIPS_BETWEEN_PAGES("givesTheSameInPagesOfAnySize", "servesSeveralThreads"),
    CURSOR_NEVER_ENDS("givesTheSameInPagesOfAnySize"),
    CURSOR_LIVES_IN_THE_INSTANCE("goesOnFromAnyCursor"),
    SHUFFLES("goesOnFromAnyCursor"),
    ONE_READER_AT_A_TIME("servesSeveralThreads"),
    CURSOR_IS_A_NUMBER("keepsItsPlaceWhenPeopleJoinAndLeave"),
    KEEPS_WHO_LEFT("keepsItsPlaceWhenPeopleJoinAndLeave"),
    FINGERPRINT_STAYS("hasAFingerprintIfItDoesNotChange"),
    FINGERPRINT_DIFFERS_BY_INSTANCE("hasAFingerprintIfItDoesNotChange"),
    IGNORES_FILTERS("filtersCountsAndPagesAlike", "takesAFiltersValueForAValue"),
    IGNORES_UNKNOWN_FILTERS("saysThatItDoesNotKnowAFilter"),
    FILTER_IS_A_PATTERN("takesAFiltersValueForAValue"),
    HIDES_REJECTED_ROWS("reportsRowsThatAreNoPeople"),
    SHOWS_REJECTED_ROWS("reportsRowsThatAreNoPeople"),
    UNKNOWN_GROUP_IS_EMPTY("saysThatItDoesNotKnowAGroup"),
    UNKNOWN_GROUP_IS_UNCHECKED("saysThatItDoesNotKnowAGroup"),
    STRANGE_CURSOR_THROWS("findsNoStrangersByAStrangeCursor"),
    STRANGE_CURSOR_FINDS_STRANGERS("findsNoStrangersByAStrangeCursor"),
    PAGE_OF_NOBODY("refusesMistakesOfTheCaller"),
    BROKEN_IS_EMPTY("saysWhenItsDataCannotBeRead"),
    BROKEN_SHOWS_DATA("saysWhenItsDataCannotBeRead"),
    STUCK_FOR_GOOD("answersAnInterrupt"),
    SWALLOWS_INTERRUPTS("answersAnInterrupt"),
    SHOWS_PEOPLE("showsNobodyInLogs");

    private final String caughtBy;

    SourceDefect(String... caughtBy) {
        this.caughtBy = String.join(" ", caughtBy);
    }

    @Override
    public String caughtBy() {
        return caughtBy;
    }
}
