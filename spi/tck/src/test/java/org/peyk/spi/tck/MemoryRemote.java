package org.peyk.spi.tck;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server in memory that plays every behaviour. */
class MemoryRemote implements RemoteSide {
    private final Map<String, Behaviour> byRecipient = new HashMap<>();
    private final List<String> accepted = new ArrayList<>();
    private final Map<String, byte[]> bytes = new LinkedHashMap<>();
    private Behaviour toAll = Behaviour.ACCEPT;

    @Override
    public Set<Behaviour> behaviours() {
        return EnumSet.allOf(Behaviour.class);
    }

    @Override
    public synchronized void behave(Behaviour behaviour) {
        toAll = behaviour;
    }

    @Override
    public synchronized void behave(Behaviour behaviour, String recipient) {
        byRecipient.put(recipient, behaviour);
    }

    @Override
    public synchronized List<String> acceptedMessageIds() {
        return List.copyOf(accepted);
    }

    @Override
    public synchronized Optional<byte[]> acceptedBytes(String messageId) {
        return Optional.ofNullable(bytes.get(messageId));
    }

    MemoryLine connect() throws IOException {
        if (behaviour("") == Behaviour.REFUSE_SESSIONS) {
            throw new IOException("nobody answers");
        }
        return new MemoryLine(this);
    }

    synchronized Behaviour behaviour(String recipient) {
        return byRecipient.getOrDefault(recipient, toAll);
    }

    synchronized void take(String messageId, byte[] message) {
        accepted.add(messageId);
        bytes.put(messageId, message);
    }
}
