package org.peyk.spring;

import org.peyk.MailProcess;
import org.springframework.context.SmartLifecycle;

/**
 * Starts and ends the process with the application: before the web server takes requests, and after it has answered the last, while data sources
 * are still open.
 */
final class ProcessLifecycle implements SmartLifecycle {

    private final MailProcess process;
    private final boolean autoStart;
    private volatile boolean running;

    ProcessLifecycle(MailProcess process, boolean autoStart) {
        this.process = process;
        this.autoStart = autoStart;
    }

    @Override
    public void start() {
        process.start();
        running = true;
    }

    @Override
    public void stop() {
        process.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAutoStartup() {
        return autoStart;
    }

    /** A process that has ended cannot go on. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }
}
