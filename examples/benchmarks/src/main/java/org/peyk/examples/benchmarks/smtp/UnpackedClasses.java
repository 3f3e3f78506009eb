package org.peyk.examples.benchmarks.smtp;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The class path of this program with its jar unpacked. Jakarta Mail looks providers up for each part of each message, which reads the
 * directory of every jar again; in a jar with everything in it that would cost the others several times what it costs them in small ones.
 */
final class UnpackedClasses implements AutoCloseable {
    private final List<String> path = new ArrayList<>();
    private final List<Path> unpacked = new ArrayList<>();

    UnpackedClasses() throws IOException {
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (element.endsWith(".jar")) {
                Path directory = Files.createTempDirectory("peyk-benchmark-classes");
                unpacked.add(directory);
                unpack(Path.of(element), directory);
                path.add(directory.toString());
            } else {
                path.add(element);
            }
        }
    }

    private static void unpack(Path jar, Path directory) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
                ZipEntry entry = e.nextElement();
                Path file = directory.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && file.startsWith(directory)) {
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    try (var in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        }
    }

    String path() {
        return String.join(File.pathSeparator, path);
    }

    @Override
    public void close() throws IOException {
        for (Path directory : unpacked) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
