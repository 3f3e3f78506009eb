package org.peyk;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.peyk.spi.PersonId;
import org.peyk.spi.Requester;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.directory.Role;

/** Who may do what, apart from approving: asked of the directory each time. */
final class Permissions {

    private static final Set<Action> OWNERS = EnumSet.of(
            Action.REVISE,
            Action.SUBMIT,
            Action.CANCEL,
            Action.SCHEDULE,
            Action.PAUSE,
            Action.RESUME,
            Action.HAND_OVER);

    private final Directory directory;
    private final ProcessRoles roles;
    private final Clock clock;

    Permissions(Directory directory, ProcessRoles roles, Clock clock) {
        this.directory = directory;
        this.roles = roles;
        this.clock = clock;
    }

    /** Whether a person may do an action that is not bound to the plan of approvals. */
    boolean may(PersonId actor, Action action, Requester requester) {
        if (!active(actor)) {
            return false;
        }
        if (action == Action.PAUSE && holds(actor, roles.dataProtection())) {
            return true;
        }
        return !OWNERS.contains(action) || owns(actor, requester) || holds(actor, roles.communications());
    }

    /** Whether a person may decide what becomes of messages in doubt: those who may stop the sending. */
    boolean maySettle(PersonId actor, Requester requester) {
        return may(actor, Action.PAUSE, requester);
    }

    /** Whether a person may close an answer that was given to a unit: somebody of the unit, or of the communications office. */
    boolean mayAnswerFor(PersonId actor, UnitId unit) {
        return active(actor) && (speaksFor(actor, unit) || holds(actor, roles.communications()));
    }

    /** Whether a person may make a request: for oneself, or on behalf of somebody as the communications office. */
    boolean mayCreate(PersonId actor, Requester requester) {
        boolean self = actor.equals(requester.person()) && actor.equals(requester.enteredBy());
        boolean onBehalf = actor.equals(requester.enteredBy()) && holds(actor, roles.communications());
        return active(actor) && active(requester.person()) && (self || onBehalf);
    }

    /** Refuses with a code when somebody is not active. */
    void requireActive(PersonId person, ErrorCode code) {
        if (!active(person)) {
            throw new PeykException(code, null);
        }
    }

    /** Refuses when somebody is not active in a unit. */
    void requireIn(PersonId person, UnitId unit) {
        requireActive(person, ErrorCode.HAND_OVER_UNIT);
        if (!speaksFor(person, unit)) {
            throw new PeykException(ErrorCode.HAND_OVER_UNIT, null);
        }
    }

    /** Whether a person may ask in the name of a unit: it is the one the directory gives him, or he represents it. */
    boolean speaksFor(PersonId person, UnitId unit) {
        try {
            return directory.find(person).map(Person::unit).filter(unit::equals).isPresent()
                    || holds(person, roles.representing(unit));
        } catch (DirectoryException e) {
            throw new PeykException(ErrorCode.PLUGIN_FAILED, e.text(), e);
        }
    }

    boolean inOffice(PersonId actor) {
        return active(actor) && holds(actor, roles.communications());
    }

    boolean dataProtection(PersonId actor) {
        return active(actor) && holds(actor, roles.dataProtection());
    }

    static boolean owns(PersonId actor, Requester requester) {
        return actor.equals(requester.person()) || actor.equals(requester.enteredBy());
    }

    private boolean holds(PersonId actor, Role role) {
        try {
            return directory.holders(role, clock.instant()).contains(actor);
        } catch (DirectoryException e) {
            throw new PeykException(ErrorCode.PLUGIN_FAILED, e.text(), e);
        }
    }

    private boolean active(PersonId actor) {
        try {
            return directory.active(actor, clock.instant());
        } catch (DirectoryException e) {
            throw new PeykException(ErrorCode.PLUGIN_FAILED, e.text(), e);
        }
    }
}
