package org.peyk.internal.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What templates of notices may name. Every name has a value in every notice; what does not apply is empty, and an empty value is false. */
final class NoticeNames {

    /** The reader's name. */
    static final String PERSON = "person";
    /** Subject line of the request's mail. */
    static final String SUBJECT = "subject";
    /** Name of whoever asked for it. */
    static final String REQUESTER = "requester";
    /** Name of whoever did what the notice tells of. */
    static final String ACTOR = "actor";
    /** Name of the person in whose stead the actor decided (vekâleten). */
    static final String PRINCIPAL = "principal";
    /** Why this approval is asked for. */
    static final String WHY = "why";
    /** Why it was decided so, as a code says. */
    static final String REASON = "reason";
    /** What was written with the decision. */
    static final String NOTE = "note";
    /** What became of the request, where it was approved in vain. */
    static final String OUTCOME = "outcome";
    /** What the text says otherwise now. */
    static final String CHANGES = "changes";
    /** How many people the mail goes to. */
    static final String AUDIENCE = "audience";
    /** Until when it can be sent at the latest. */
    static final String DEADLINE = "deadline";
    /** The text of the mail; given only where the notice can be answered with a decision. */
    static final String TEXT = "text";
    /** Why a notice that asks for a decision cannot be answered with one, where approval by mail is switched on. */
    static final String PORTAL = "portal";
    /** The portal's page. */
    static final String LINK = "link";
    /** Whether the notice can be answered with a decision. */
    static final String ANSWER = "answer";

    static final Set<String> ALL = Set.of(
            PERSON, SUBJECT, REQUESTER, ACTOR, PRINCIPAL, WHY, REASON, NOTE, CHANGES, AUDIENCE, DEADLINE, TEXT, LINK,
            ANSWER, PORTAL, OUTCOME);

    private NoticeNames() {}

    /** Values for all names, all empty. */
    static Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        ALL.forEach(name -> values.put(name, ""));
        return values;
    }
}
