package com.example.portal;

import java.util.List;
import java.util.ServiceLoader;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.transport.Transport;

/** Finds the plugins that came with the dependencies. */
public final class Portal {

    private Portal() {}

    /**
     * Fails when a plugin is missing.
     *
     * @param args none
     */
    public static void main(String[] args) {
        expect("Transport", ServiceLoader.load(Transport.class), "org.peyk.smtp.");
        expect("ContentCheck", ServiceLoader.load(ContentCheck.class), "org.peyk.kvkk.");
        expect("DocumentReader", ServiceLoader.load(DocumentReader.class), "org.peyk.kvkk.");
    }

    private static <T> void expect(String kind, ServiceLoader<T> plugins, String home) {
        List<String> found = plugins.stream()
                .map(plugin -> plugin.type().getName())
                .filter(name -> name.startsWith(home))
                .toList();
        System.out.println(kind + ": " + found);
        if (found.isEmpty()) {
            throw new IllegalStateException("no " + kind + " from " + home + " on the path");
        }
    }
}
