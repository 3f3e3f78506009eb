package org.peyk.examples.benchmarks.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM with the same classes, to which one speaks line by line. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader from;
    private final Writer to;

    Child(String classPath, Class<?> main, List<String> jvm, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        to = process.outputWriter(StandardCharsets.UTF_8);
    }

    String hear() throws IOException {
        String line = from.readLine();
        if (line == null) {
            throw new IOException("the process has ended");
        }
        return line;
    }

    String ask(String line) throws IOException {
        to.write(line + "\n");
        to.flush();
        return hear();
    }

    @Override
    public void close() throws IOException {
        try {
            to.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
