package org.peyk.internal.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.peyk.spi.RequestId;

/** The requests this node is sending at the moment. */
final class RunningRequests {

    private final Map<RequestId, RequestRun> runs = new ConcurrentHashMap<>();

    /**
     * The run of a request.
     *
     * @param begun begins one when there is none
     */
    RequestRun run(RequestId request, Supplier<RequestRun> begun) {
        RequestRun run = runs.get(request);
        if (run != null) {
            return run;
        }
        RequestRun fresh = begun.get();
        return runs.computeIfAbsent(request, r -> fresh);
    }

    /** Ends this run and no later one. */
    void end(RequestId request, RequestRun run) {
        run.stop();
        runs.remove(request, run);
    }

    /** Ends the run there is; what is sent later begins a new one. */
    void end(RequestId request) {
        RequestRun run = runs.remove(request);
        if (run != null) {
            run.stop();
        }
    }

    double perSecond(RequestId request) {
        RequestRun run = runs.get(request);
        return run == null ? 0 : run.throughput().perSecond();
    }
}
