package org.peyk.spi.tck;

import java.util.ArrayList;
import java.util.List;
import org.peyk.spi.Channel;

/** Texts that no transport of a channel may take for an address. */
final class Addresses {
    private static final List<String> NEVER = List.of(
            "",
            " ",
            "\t",
            "\0",
            "…",
            "🙂",
            "x".repeat(100_000),
            "kisi@universite.example\r\nBcc: baska@universite.example");

    private static final List<String> NO_MAIL_ADDRESS = List.of(
            "kisi",
            "@universite.example",
            "kisi@",
            "kisi@@universite.example",
            "kisi@universite..example",
            "kisi@universite.example> NOTIFY=NEVER",
            "<kisi@universite.example>",
            "Kişi <kisi@universite.example>",
            "kisi@universite.example,baska@universite.example",
            "kisi@universite.example baska@universite.example",
            "ki si@universite.example",
            "kisi@universite.example\n",
            "x".repeat(65) + "@universite.example",
            "kisi@" + "universite.".repeat(30) + "example");

    private static final List<String> NO_PHONE_NUMBER = List.of(
            "kisi@universite.example",
            "+",
            "+90",
            "555 1",
            "+90555100000012345678",
            "+90555100abcd",
            "+905551000000;+905551000001");

    private Addresses() {}

    static List<String> unusable(TransportFixture fixture) {
        List<String> all = new ArrayList<>(NEVER);
        all.addAll(fixture.channel() == Channel.MAIL ? NO_MAIL_ADDRESS : NO_PHONE_NUMBER);
        all.addAll(fixture.unusableAddresses());
        return all;
    }
}
