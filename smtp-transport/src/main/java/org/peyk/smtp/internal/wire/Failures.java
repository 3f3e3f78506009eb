package org.peyk.smtp.internal.wire;

import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.ServerReply;
import org.peyk.spi.transport.TransportException;

/** The sentences for what can happen to a connection. Causes are passed on only where their message holds nothing of a server's words. */
final class Failures {

    private Failures() {}

    /** Whether the failure is on our side, so that another server would not help. */
    static boolean isOurs(TransportException e) {
        return e.code().equals("SMTP-CLOSED") || e.code().equals("SMTP-TOKEN");
    }

    static TransportException closed() {
        return session("SMTP-CLOSED", "Gönderim kapatıldı.", "The transport or the session was closed.", null, null);
    }

    static TransportException busy() {
        return session(
                "SMTP-BUSY",
                "İzin verilen bağlantıların hepsi kullanımda; biri boşalınca yeniden denenir.",
                "All connections that are allowed are in use; tried again when one is free.",
                null,
                null);
    }

    /** The TCP connection did not come about. */
    static TransportException connecting(IOException cause) {
        if (cause instanceof UnknownHostException) {
            return session(
                    "SMTP-DNS",
                    "Posta sunucusunun adı çözülemedi. Sunucu adını ve DNS ayarlarını denetleyin.",
                    "The mail server's name could not be resolved. Check the host name and DNS.",
                    null,
                    cause);
        }
        return session(
                "SMTP-CONNECT",
                "Posta sunucusuna bağlanılamadı. Sunucu, kapı (port) ve güvenlik duvarını denetleyin.",
                "The mail server could not be reached. Check host, port and firewall.",
                null,
                cause);
    }

    static TransportException greeting(@Nullable ServerReply reply, @Nullable Throwable cause) {
        return session(
                "SMTP-GREETING",
                "Posta sunucusu oturumu açmadı; daha sonra yeniden denenir.",
                "The mail server did not open the session; tried again later.",
                reply,
                cause);
    }

    static TransportException noStartTls() {
        return account(
                "SMTP-STARTTLS",
                "Posta sunucusu STARTTLS sunmuyor; ne ileti ne parola gönderildi. Bağlantı araya girilerek değiştirilmiş olabilir."
                        + " Sunucu gerçekten şifreleme sunmuyorsa bunu ayarlarda açıkça belirtin.",
                "The mail server does not offer STARTTLS; neither mail nor password was sent. Somebody may be tampering with the"
                        + " connection. If the server really has no encryption, say so in the settings.",
                null,
                null);
    }

    /** The encrypted connection did not come about: a matter of settings when the certificate is wrong, else of the moment. */
    static TransportException tls(@Nullable ServerReply reply, @Nullable Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof CertificateException) {
                return account(
                        "SMTP-CERTIFICATE",
                        "Posta sunucusunun sertifikası geçerli değil ya da güvenilmiyor; hiçbir şey gönderilmedi.",
                        "The mail server's certificate is not valid or not trusted; nothing was sent.",
                        reply,
                        cause);
            }
        }
        return session(
                "SMTP-TLS",
                "Posta sunucusuyla şifreli bağlantı kurulamadı; hiçbir şey gönderilmedi.",
                "No encrypted connection could be made with the mail server; nothing was sent.",
                reply,
                cause instanceof SSLException || cause instanceof IOException ? cause : null);
    }

    static TransportException noAuthentication() {
        return account(
                "SMTP-AUTH-OFFER",
                "Posta sunucusu, ayarlarda verilen kimlik doğrulama yöntemlerinden hiçbirini sunmuyor.",
                "The mail server offers none of the authentication mechanisms in the settings.",
                null,
                null);
    }

    /** Who we are was refused, for good or for the moment. */
    static TransportException authentication(@Nullable ServerReply reply) {
        // 334 last: the token was answered with the reason why it is not taken
        if (reply != null && (reply.code() / 100 == 5 || reply.code() == 334)) {
            return account(
                    "SMTP-AUTH",
                    "Posta sunucusu kullanıcı adını ya da parolayı (erişim belirtecini) kabul etmedi.",
                    "The mail server refused the user name or the password (access token).",
                    reply,
                    null);
        }
        return session(
                "SMTP-AUTH-LATER",
                "Posta sunucusu şu anda kimlik doğrulayamıyor; daha sonra yeniden denenir.",
                "The mail server cannot authenticate at this moment; tried again later.",
                reply,
                null);
    }

    static TransportException token(IOException cause) {
        return session(
                "SMTP-TOKEN",
                "Parola ya da erişim belirteci alınamadı; daha sonra yeniden denenir.",
                "The password or access token could not be had; tried again later.",
                null,
                cause);
    }

    /** A connection ended in the middle of the work. */
    static TransportException lost(LinkException cause, @Nullable ServerReply reply) {
        if (cause.kind() == LinkException.Kind.STOPPED) {
            return closed();
        }
        return session(
                "SMTP-LOST",
                "Posta sunucusuyla bağlantı koptu; sonuçlar bildirildi, gönderim yeni bağlantıyla sürer.",
                "The connection to the mail server was lost; outcomes are reported, sending goes on over a new one.",
                reply,
                cause);
    }

    /** The server ends the session by a reply. */
    static TransportException ended(ServerReply reply) {
        return session(
                "SMTP-ENDED",
                "Posta sunucusu oturumu kapattı; sonuçlar bildirildi, gönderim yeni bağlantıyla sürer.",
                "The mail server ended the session; outcomes are reported, sending goes on over a new one.",
                reply,
                null);
    }

    static TransportException unsettled() {
        return session(
                "SMTP-GATE",
                "Bekleyen gönderim yokken yeniden beklenmesi istendi; oturum kapatıldı.",
                "Asked to settle although nothing is outstanding; the session is closed.",
                null,
                null);
    }

    private static TransportException session(
            String code, String tr, String en, @Nullable ServerReply reply, @Nullable Throwable cause) {
        return make(code, tr, en, FailureScope.SESSION, reply, cause);
    }

    private static TransportException account(
            String code, String tr, String en, @Nullable ServerReply reply, @Nullable Throwable cause) {
        return make(code, tr, en, FailureScope.ACCOUNT, reply, cause);
    }

    private static TransportException make(
            String code,
            String tr,
            String en,
            FailureScope scope,
            @Nullable ServerReply reply,
            @Nullable Throwable cause) {
        return new TransportException(code, LocalizedText.of(tr, en), scope, reply, cause);
    }
}
