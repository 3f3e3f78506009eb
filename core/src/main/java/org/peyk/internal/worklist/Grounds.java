package org.peyk.internal.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.peyk.internal.store.WaitingRows.Ground;
import org.peyk.spi.PersonId;
import org.peyk.spi.directory.Deputyship;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Role;

/** On what grounds a person may decide, as the directory says at one moment: by name, by role, or as somebody's deputy. Asked once a list. */
final class Grounds {

    private final Directory directory;
    private final Instant at;
    private final Map<String, Set<PersonId>> holders = new HashMap<>();
    private final List<Ground> grounds = new ArrayList<>();

    private Grounds(Directory directory, Instant at) {
        this.directory = directory;
        this.at = at;
    }

    static Grounds of(Directory directory, PersonId actor, Map<String, Role> roles, Instant at)
            throws DirectoryException {
        Grounds g = new Grounds(directory, at);
        if (!directory.active(actor, at)) {
            return g;
        }
        Set<String> principals = new TreeSet<>();
        for (Deputyship d : directory.deputyshipsOf(actor, at)) {
            boolean his = d.deputy().equals(actor) && d.covers(at);
            if (his && directory.active(d.principal(), at)) {
                principals.add(d.principal().value());
            }
        }
        List<PersonId> authorities = new ArrayList<>(List.of(actor));
        principals.forEach(p -> authorities.add(new PersonId(p)));
        for (PersonId p : authorities) {
            g.grounds.add(new Ground(Holder.of(p), p.equals(actor), List.of(p)));
        }
        for (Map.Entry<String, Role> role : roles.entrySet()) {
            Set<PersonId> held = Set.copyOf(directory.holders(role.getValue(), at));
            g.holders.put(role.getKey(), held);
            List<PersonId> with = authorities.stream().filter(held::contains).toList();
            if (!with.isEmpty()) {
                g.grounds.add(new Ground(role.getKey(), false, with));
            }
        }
        return g;
    }

    List<Ground> all() {
        return grounds;
    }

    /** Whether somebody who gave a decision to another could still take it himself. */
    boolean holds(PersonId giver, List<String> names) throws DirectoryException {
        return directory.active(giver, at)
                && names.stream()
                        .anyMatch(n -> n.equals(Holder.of(giver))
                                || holders.getOrDefault(n, Set.of()).contains(giver));
    }
}
