package org.peyk;

import java.time.Clock;
import java.util.List;
import org.peyk.internal.delivery.DeliveryEngine;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.Store;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.PersonId;

/** Opens the public room for tests of other packages, in a university whose registrar works at the communications office. */
public final class SendingRoom {

    private SendingRoom() {}

    public static Sending of(
            Store store, RequestCommands commands, DeliveryEngine engine, Clock clock, SendingConfig config) {
        StaticDirectory.Builder people = StaticDirectory.builder();
        for (PersonId id : List.of(Samples.REQUESTER, Samples.REGISTRAR, Samples.STRANGER)) {
            people.person(id, id.value(), Samples.FACULTY, null);
        }
        people.role(Samples.REGISTRAR, ProcessRoles.DEFAULT.communications());
        return new Sending(
                store,
                commands,
                engine,
                new Permissions(people.build(), ProcessRoles.DEFAULT, clock),
                clock,
                config.unsubscribe());
    }
}
