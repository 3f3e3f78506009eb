package org.peyk.internal.duplicate;

import java.time.Instant;
import java.util.List;
import org.peyk.Duplicate;
import org.peyk.spi.Content;
import org.peyk.spi.RequestId;

/** Finds requests that say the same as another one. */
public interface DuplicateFinder {

    /** Other requests that say the same, the most alike first. */
    List<Duplicate> find(RequestId id, Content content, Instant now);
}
