package org.peyk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.RequestId;

/**
 * What a candidate check says of some past requests.
 *
 * @param looked how many requests were looked at
 * @param trials those of which it says something else, in the order of their ids
 * @param next where the next page starts; null when there are no more requests
 */
public record CheckTrialPage(
        int looked, List<CheckTrial> trials, @Nullable RequestId next) {
    /** Copies the list. */
    public CheckTrialPage {
        trials = List.copyOf(trials);
    }

    /**
     * How many verdicts would differ.
     *
     * @return the number of trials of which {@link CheckTrial#verdictDiffers()} holds
     */
    public long differing() {
        return trials.stream().filter(CheckTrial::verdictDiffers).count();
    }
}
