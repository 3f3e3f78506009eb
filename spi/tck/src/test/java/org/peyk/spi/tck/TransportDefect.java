package org.peyk.spi.tck;

/** Ways to get a transport wrong, each with the checks that must find it. */
enum TransportDefect implements Defect {
    NONE(),
    INFO_CHANGES("saysWhoItIs"),
    REPORTS_WITHOUT_SENDING("reportsWhatWasAccepted", "servesAnotherFeedInTheSameSession", "waitsForASlowSide"),
    SENDS_TWICE("reportsWhatWasAccepted", "servesSeveralSessionsAtOnce"),
    FORGETS_THE_LAST_REPORT("reportsWhatWasAccepted", "reportsBeforeItWaits"),
    REPORTS_TWICE("reportsWhatWasAccepted"),
    SENDS_A_PROBE("sendsNothingWhenThereIsNothing"),
    SERVES_ONE_FEED("servesAnotherFeedInTheSameSession"),
    ONE_SESSION_EVER("servesSeveralSessionsAtOnce", "carriesOnWithNewSessions"),
    REFUSED_IS_DEFERRED("reportsARefusedRecipient"),
    SHOWS_THE_ADDRESS("reportsARefusedRecipient", "reportsADeferredRecipient"),
    GATE_FOR_A_REFUSED_RECIPIENT("reportsARefusedRecipient", "reportsADeferredRecipient"),
    DEFERRED_IS_REFUSED("reportsADeferredRecipient"),
    SHUTDOWN_HITS_THE_RECIPIENT("reportsASessionThatWasShutDown"),
    DROP_IS_ALWAYS_DOUBT("knowsThatADropBeforeTheContentLeftNothing", "doesNotTakeADropInTheContentForAcceptance"),
    DROP_IN_CONTENT_IS_REFUSED("doesNotTakeADropInTheContentForAcceptance"),
    DROP_IS_UNREPORTED("knowsThatADropBeforeTheContentLeftNothing"),
    LOST_ANSWER_IS_DEFERRED("isInDoubtWhenTheConnectionDropsAfterTheEnd", "carriesOnWithNewSessions"),
    LOST_ANSWER_IS_ACCEPTED("isInDoubtWhenTheConnectionDropsAfterTheEnd"),
    SENDS_AGAIN_WHEN_IN_DOUBT("isInDoubtWhenTheConnectionDropsAfterTheEnd"),
    GARBAGE_IS_ACCEPTED("isInDoubtWhenTheAnswerIsGarbage"),
    GARBAGE_IS_DEFERRED("isInDoubtWhenTheAnswerIsGarbage"),
    WAITS_FOR_EVER("isInDoubtWhenNoAnswerComes"),
    REFUSAL_AFTER_THE_END_IS_DOUBT("reportsARefusalAfterTheEnd"),
    IMPATIENT("waitsForASlowSide"),
    ASKS_THE_GATE_AFTER_THE_END("asksTheGateBeforeTheEndLeaves", "undoesAWithdrawnDelivery"),
    ASKS_NO_GATE("asksTheGateBeforeTheEndLeaves", "keepsToTheWindow"),
    SENDS_WITHDRAWN("undoesAWithdrawnDelivery"),
    REPORTS_WITHDRAWN("undoesAWithdrawnDelivery"),
    STOPS_AT_WITHDRAWN("undoesAWithdrawnDelivery"),
    /** Only a transport that pipelines can. */
    IGNORES_THE_WINDOW(),
    SAYS_IT_PIPELINES("pipelinesAsItSays"),
    PIPELINES_AND_DOES_NOT_SAY_SO("pipelinesAsItSays"),
    REPORTS_LATE("reportsBeforeItWaits"),
    SENDS_THOUGH_THE_GATE_WAS_INTERRUPTED("holdsTheEndBackWhenTheGateIsInterrupted"),
    SENDS_THOUGH_THE_GATE_FAILED("holdsTheEndBackWhenTheGateFails"),
    HIDES_THE_GATES_FAILURE("holdsTheEndBackWhenTheGateFails"),
    SWALLOWS_AN_INTERRUPT("answersAnInterruptWhileItWaitsForWork"),
    SLEEPS_THROUGH_AN_INTERRUPT("answersAnInterruptWhileItWaitsForAReply"),
    SLEEPS_THROUGH_CLOSE("closingTheSessionWakesIt", "closingTheTransportWakesItsSessions"),
    FORGETS_ITS_SESSIONS("closingTheTransportWakesItsSessions"),
    CLOSES_ONCE("closesTwice"),
    SENDS_AFTER_CLOSE("sendsNothingAfterClose"),
    CHECK_FINDS_NOTHING("saysWhenNobodyAnswers"),
    OPENS_WITH_NOBODY("saysWhenNobodyAnswers"),
    CHECK_IS_ALWAYS_FATAL("findsNothingFatalWhenAllIsWell"),
    CHECK_SENDS("findsNothingFatalWhenAllIsWell"),
    WRONG_CHANNEL("reachesPeopleByItsChannel"),
    RANDOM_BOUNDARY("rendersTheSameAgain", "sendsWhatItRenders"),
    BODY_NAMES_THE_RECIPIENT("hasOneBodyForAll"),
    BODY_WITHOUT_FILES("saysWhenAFileCannotBeRead"),
    WRONG_BODY_DIGEST("saysWhatItRendered"),
    NEW_MESSAGE_ID("writesTheHeaderItWasGiven"),
    NAMES_OTHERS("writesTheHeaderItWasGiven"),
    BARE_LINE_FEEDS("writesTheHeaderItWasGiven"),
    SENDS_ANOTHER_BODY("sendsWhatItRenders"),
    ACCEPTS_ANYTHING("knowsAnAddress", "refusesWhatIsNoAddress"),
    ACCEPTS_NOTHING("knowsAnAddress", "reportsWhatWasAccepted"),
    THROWS_AT_AN_ADDRESS("refusesWhatIsNoAddress"),
    SENDS_HALF_A_FILE("saysWhenAFileCannotBeRead", "doesNotSendHalfAFile"),
    LEAVES_FILES_OPEN("saysWhenAFileCannotBeRead", "doesNotSendHalfAFile"),
    IGNORES_ITS_LARGEST_SIZE("keepsToTheLargestMessage"),
    ASCII_ONLY("sendsTextsOfManyKinds");

    private final String caughtBy;

    TransportDefect(String... caughtBy) {
        this.caughtBy = String.join(" ", caughtBy);
    }

    @Override
    public String caughtBy() {
        return caughtBy;
    }
}
