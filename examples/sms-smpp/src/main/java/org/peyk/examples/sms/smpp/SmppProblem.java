package org.peyk.examples.sms.smpp;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;
import org.peyk.spi.transport.TransportException;

/** What can be wrong with the way to a centre. */
enum SmppProblem {
    CONNECT(
            "SMPP-CONNECT",
            "Kısa ileti merkezine bağlanılamadı; adres, port ve güvenlik duvarına bakılmalı.",
            "The short-message centre cannot be reached; look at its address, port and the firewall."),
    BIND(
            "SMPP-BIND",
            "Kısa ileti merkezi oturumu kabul etmedi; hesap, parola ve oturum sayısına bakılmalı.",
            "The short-message centre refused the session; look at the account, its password and the number of sessions."),
    LOST(
            "SMPP-LOST",
            "Kısa ileti merkezinin bağlantısı koptu ya da yanıt gelmedi.",
            "The connection to the short-message centre was lost, or no answer came."),
    CLOSED("SMPP-CLOSED", "Oturum kapatılmış.", "The session was closed."),
    NO_TEXT("SMPP-NO-TEXT", "SMS metni yazılmamış.", "No text is written for the short message."),
    GONE("SMPP-GONE", "Bu alındı bilgisi artık saklanmıyor.", "This receipt is no longer kept.");

    private final String code;
    private final LocalizedText text;

    SmppProblem(String code, String tr, String en) {
        this.code = code;
        this.text = LocalizedText.of(tr, en);
    }

    String code() {
        return code;
    }

    LocalizedText text() {
        return text;
    }

    TransportException failure(FailureScope scope) {
        return failure(scope, null);
    }

    /** The cause is not kept: its message may name the account or the host. */
    TransportException failure(FailureScope scope, @Nullable Integer status) {
        ServerReply reply =
                status == null ? null : new ServerReply(status, null, StatusTable.name(status), Phase.AUTHENTICATION);
        return new TransportException(code, text, scope, reply, null);
    }
}
