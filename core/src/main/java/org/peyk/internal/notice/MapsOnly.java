package org.peyk.internal.notice;

import com.samskivert.mustache.Mustache.Collector;
import com.samskivert.mustache.Mustache.VariableFetcher;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets templates see the entries of maps and nothing else. The engine's own collector calls methods of values by their names, which is more
 * than a text may do.
 */
final class MapsOnly implements Collector {

    @Override
    public @Nullable Iterator<?> toIterator(Object value) {
        return null;
    }

    @Override
    public @Nullable VariableFetcher createFetcher(Object context, String name) {
        return context instanceof Map<?, ?> map && map.containsKey(name) ? (c, n) -> ((Map<?, ?>) c).get(n) : null;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new ConcurrentHashMap<>();
    }
}
