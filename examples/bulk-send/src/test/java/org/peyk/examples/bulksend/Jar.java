package org.peyk.examples.bulksend;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the packaged program as a user would, or a program of the tests. */
final class Jar {

    /** How a process ends that was killed, or ended itself as if it were. */
    static final int KILLED = 137;

    private final Process process;
    private final Path out;
    private final Path err;

    private Jar(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Jar start(Path directory, List<String> args) throws IOException {
        return run(directory, List.of("-jar", new File("target/bulk-send.jar").getAbsolutePath()), args);
    }

    /** Runs a class of the tests in a process of its own. */
    static Jar main(Path directory, Class<?> type, List<String> settings, List<String> args) throws IOException {
        List<String> java = new ArrayList<>(
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        java.addAll(settings);
        java.add(type.getName());
        return run(directory, java, args);
    }

    private static Jar run(Path directory, List<String> java, List<String> args) throws IOException {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.addAll(args);
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Jar(process, out, err);
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Sends it a signal, such as STOP. */
    void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("kill -" + name + " ended with " + status);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    int await() throws InterruptedException, IOException {
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            kill();
            throw new AssertionError("it did not end by itself: " + out() + err());
        }
        return process.exitValue();
    }

    /** How it ended. */
    int status() {
        return process.exitValue();
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    String lastLine() throws IOException {
        List<String> lines = Files.readAllLines(out);
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}
