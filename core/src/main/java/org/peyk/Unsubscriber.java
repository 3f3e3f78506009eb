package org.peyk;

import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestId;
import org.peyk.spi.UnitId;
import org.peyk.spi.transport.DeliveryId;

/**
 * Who asked for no more mail of a kind, and which kind.
 *
 * @param person whom the message was for
 * @param request the request it was of
 * @param delivery its row in the ledger
 * @param unit in whose name it was sent, the list that its {@code List-Id} names
 * @param purpose what it was for
 */
public record Unsubscriber(PersonId person, RequestId request, DeliveryId delivery, UnitId unit, Purpose purpose) {

    /**
     * Shows no person.
     *
     * @return request and purpose
     */
    @Override
    public String toString() {
        return "Unsubscriber[" + request.value() + ", " + purpose + "]";
    }
}
