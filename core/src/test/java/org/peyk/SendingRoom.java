package org.peyk;

import java.time.Clock;
import org.peyk.internal.delivery.DeliveryEngine;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.Store;

/** Opens the public room for tests of other packages. */
public final class SendingRoom {

    private SendingRoom() {}

    public static Sending of(Store store, RequestCommands commands, DeliveryEngine engine, Clock clock) {
        return new Sending(store, commands, engine, clock);
    }
}
