package org.peyk.spi.tck;

/** Ways to get a mailbox wrong, each with the checks that must find it. */
enum MailboxDefect implements Defect {
    NONE(),
    INFO_CHANGES("saysWhoItIs"),
    NAME_IS_AN_ADDRESS("hasOneName"),
    NAME_CHANGES("hasOneName"),
    AN_EMPTY_MAILBOX_PASSES_THE_FIRST("startsEmpty"),
    NEWEST_FIRST("readsInOrderInPagesOfAnySize"),
    LOSES_THE_LAST_OF_A_PAGE("readsInOrderInPagesOfAnySize"),
    ALWAYS_MORE("readsInOrderInPagesOfAnySize"),
    NEVER_MORE("readsInOrderInPagesOfAnySize"),
    GIVES_MORE_THAN_ASKED("readsInOrderInPagesOfAnySize"),
    CURSOR_LIVES_IN_THE_INSTANCE("goesOnFromAnyCursor"),
    GIVES_THE_LAST_AGAIN("goesOnFromAnyCursor"),
    FINGERPRINT_IS_THE_KEY("knowsTheSameMailAgain"),
    ONE_FINGERPRINT_FOR_ALL("knowsTheSameMailAgain"),
    OPENS_THE_BODY_ALONE("opensAMailAsItCame"),
    DELETES_WHAT_IT_OPENED("opensAMailAsItCame"),
    ONE_CALL_AT_A_TIME("servesSeveralThreads"),
    A_STRANGE_CURSOR_PASSES_ALL("passesNothingOverByAStrangeCursor"),
    ALL_ARE_PEOPLE("tellsKindsApart"),
    BOUNCES_ARE_AUTOMATIC_ANSWERS("tellsKindsApart"),
    FARTHEST_REFERENCE_FIRST("linksToTheOriginal"),
    NAMES_THE_DAEMON("linksToTheOriginal"),
    FORGETS_THE_RECIPIENT("linksToTheOriginal"),
    FULL_IS_DEAD("readsReports"),
    REPORTS_NOTHING("readsReports"),
    THROWS_AT_DAMAGE("readsOnPastDamage"),
    PASSES_OVER_DAMAGE("readsOnPastDamage"),
    CUTS_LARGE_MAILS("readsALargeMail"),
    OPENS_WHAT_IS_NOT_THERE("saysThatAMailIsNotThere"),
    EMPTY_WHEN_UNREACHABLE("saysWhenNobodyAnswers"),
    SHOWS_ITS_ADDRESS("saysWhenNobodyAnswers"),
    STUCK_FOR_GOOD("answersAnInterrupt"),
    SWALLOWS_INTERRUPTS("answersAnInterrupt"),
    PAGE_OF_NONE("refusesMistakesOfTheCaller"),
    KEY_NAMES_THE_SENDER("showsNothingInLogs"),
    TELLS_NOTHING("tellsWhatAnAnswerSays", "tellsWhatNobodyWroteInAnswer"),
    ANSWERS_TO_REPLY_TO("tellsWhatAnAnswerSays"),
    STRIPS_QUOTATIONS("tellsWhatAnAnswerSays"),
    TELLS_THE_FARTHEST_QUESTION_FIRST("tellsWhatAnAnswerSays"),
    MACHINES_ARE_PEOPLE("tellsWhatNobodyWroteInAnswer"),
    FORWARDS_ARE_ANSWERS("tellsWhatNobodyWroteInAnswer"),
    TAKES_THE_FIRST_WRITER("namesNoWriterOfSeveral"),
    BELIEVES_ANY_SERVER("believesTheOwnServerAlone"),
    VOUCHES_FOR_NOBODY("believesTheOwnServerAlone"),
    VOUCHES_FOR_ANY_DOMAIN("believesTheOwnServerAlone"),
    CANNOT_JUDGE_DAMAGE("judgesDamagedMailsTooAndLeavesThem"),
    DELETES_WHAT_IT_JUDGED("judgesDamagedMailsTooAndLeavesThem"),
    JUDGES_WHAT_IS_NOT_THERE("saysThatNoAnswerIsThere"),
    JUDGES_NULL("saysThatNoAnswerIsThere");

    private final String caughtBy;

    MailboxDefect(String... caughtBy) {
        this.caughtBy = String.join(" ", caughtBy);
    }

    @Override
    public String caughtBy() {
        return caughtBy;
    }
}
