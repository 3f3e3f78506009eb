package org.peyk.examples.bulksend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.peyk.DeliveryState;

/**
 * How a sending ended, as one JSON object.
 *
 * @param planned rows of the ledger
 * @param counts rows per state
 * @param seconds from the start of this process's sending to its end
 * @param outcome the request's state
 */
record Summary(long planned, Map<DeliveryState, Long> counts, double seconds, String outcome) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    String json() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("outcome", outcome);
        root.put("planned", planned);
        ObjectNode states = root.putObject("counts");
        for (DeliveryState s : DeliveryState.values()) {
            states.put(s.name(), counts.getOrDefault(s, 0L));
        }
        long sent = counts.getOrDefault(DeliveryState.SENT, 0L);
        root.put("seconds", Math.round(seconds * 1000) / 1000.0);
        root.put("messagesPerSecond", seconds > 0 ? Math.round(sent / seconds * 10) / 10.0 : 0.0);
        return root.toString();
    }
}
