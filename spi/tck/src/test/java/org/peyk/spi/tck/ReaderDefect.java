package org.peyk.spi.tck;

/** Ways to get a document reader wrong, each with the checks that must find it. */
enum ReaderDefect implements Defect {
    NONE(),
    INFO_CHANGES("saysWhoItIs"),
    ACCEPTS_NOTHING("knowsItsDocuments", "readsTheSameAbroad"),
    TRUSTS_THE_NAME("knowsItsDocuments"),
    LEAVES_THE_HEAD_OPEN("knowsItsDocuments"),
    SKIPS_TABLES("readsWhatAPersonSees"),
    BLOCKS_ONLY("readsWhatAPersonSees"),
    SEGMENTS_ONLY("readsWhatAPersonSees"),
    ALWAYS_DOUBTS("readsWhatAPersonSees"),
    SKIPS_HIDDEN("findsWhatAPersonDoesNotSee"),
    SHOWS_HIDDEN("findsWhatAPersonDoesNotSee"),
    CALLS_HIDDEN_VISIBLE("findsWhatAPersonDoesNotSee"),
    FORGETS_THE_FILE("saysWhereTextStands"),
    ROWS_WITHOUT_COLUMNS("saysWhereTextStands"),
    COUNTS_ITS_READINGS("readsTheSameAgain"),
    LEAVES_STREAMS_OPEN("readsTheSameAgain", "survivesDamage", "saysWhenTheBytesFail", "handsOnTheHandlersException"),
    FOLDS_BY_THE_MACHINES_LANGUAGE("readsTheSameAbroad"),
    NOTES_REPEAT_TEXT("showsNoTextInLogs"),
    FAILURES_REPEAT_TEXT("survivesDamage"),
    THROWS_AT_DAMAGE("survivesDamage", "noticesTruncationAsItSays"),
    LOOPS_AT_DAMAGE("survivesDamage"),
    IGNORES_THE_END("noticesTruncationAsItSays"),
    PASSES_AN_EMPTY_FILE("doesNotPassAnEmptyFile"),
    READS_ON_WITHOUT_BYTES("saysWhenTheBytesFail"),
    ANY_SIZE("keepsTheLimitOfSize"),
    SIZE_LIMIT_IS_ONE_TOO_SMALL("keepsTheLimitOfSize"),
    LIMIT_IS_A_FAILURE("keepsTheLimitOfSize", "keepsTheLimitOfCharacters"),
    ANY_NUMBER_OF_CHARACTERS("keepsTheLimitOfCharacters"),
    DROPS_ALL_AT_THE_LIMIT("keepsTheLimitOfCharacters"),
    ANY_TIME("keepsTheLimitOfTime"),
    ANY_NUMBER_OF_ROWS("keepsTheLimitsOfItsKind"),
    COUNTS_LINES_AS_PAGES("keepsTheLimitsOfItsKind"),
    WRAPS_THE_HANDLERS_EXCEPTION("handsOnTheHandlersException"),
    GOES_ON_AFTER_THE_HANDLERS_EXCEPTION("handsOnTheHandlersException"),
    TELLS_ITS_INFORMATION_TWICE("readsWhatAPersonSees");

    private final String caughtBy;

    ReaderDefect(String... caughtBy) {
        this.caughtBy = String.join(" ", caughtBy);
    }

    @Override
    public String caughtBy() {
        return caughtBy;
    }
}
