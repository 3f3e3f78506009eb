package org.peyk.acceptance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;

/** People of groups who come and go, read by the order of their keys. */
final class LivingList implements RecipientSource {

    private final String name;
    private final Map<String, TreeMap<String, Recipient>> groups = new ConcurrentHashMap<>();

    LivingList() {
        this("list");
    }

    LivingList(String name) {
        this.name = name;
    }

    LivingList with(String group, int from, int to) {
        IntStream.range(from, to)
                .forEach(i -> with(
                        group,
                        Recipient.ofMail(
                                PersonId.of(String.format(Locale.ROOT, "A-%04d", i)), "a" + i + "@ornek.edu.tr")));
        return this;
    }

    LivingList with(String group, Recipient... people) {
        for (Recipient r : people) {
            synchronized (this) {
                groups.computeIfAbsent(group, g -> new TreeMap<>())
                        .put(r.person().value(), r);
            }
        }
        return this;
    }

    synchronized void without(String group, String person) {
        groups.getOrDefault(group, new TreeMap<>()).remove(person);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<AudienceGroup> groups() {
        return List.of(new AudienceGroup("akademik", LocalizedText.of("Akademik", "Academic")));
    }

    @Override
    public synchronized long count(Selection selection) {
        return groups.getOrDefault(selection.group(), new TreeMap<>()).size();
    }

    @Override
    public synchronized RecipientPage page(Selection selection, @Nullable String after, int limit) {
        TreeMap<String, Recipient> all = groups.getOrDefault(selection.group(), new TreeMap<>());
        List<Recipient> people = (after == null ? all : all.tailMap(after, false))
                .values().stream().limit(limit + 1L).toList();
        boolean more = people.size() > limit;
        List<Recipient> page = more ? people.subList(0, limit) : people;
        return new RecipientPage(
                page, List.of(), more ? page.get(limit - 1).person().value() : null);
    }
}
