package org.peyk.spi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;
import org.peyk.spi.transport.TransportException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PluginTest {

    private static final class Named implements Plugin {}

    @Test
    void isNamedAfterItsClass() {
        assertThat(new Named().info()).isEqualTo(new PluginInfo("Named", "unknown"));
        Plugin anonymous = new Plugin() {};
        assertThat(anonymous.info().name()).startsWith(PluginTest.class.getName());
    }

    @Test
    void hasTheVersionOfItsModule() {
        assertThat(PluginInfo.of(String.class).version()).isEqualTo(System.getProperty("java.version"));
    }

    @Test
    void saysWhatWentWrongInBothLanguages() {
        LocalizedText text = LocalizedText.of("Sunucu yanıt vermiyor.", "The server does not answer.");
        ServerReply reply = ServerReply.none("timeout", Phase.CONNECT);
        Exception cause = new Exception("low level");
        TransportException e = new TransportException("SMTP-CONNECT", text, FailureScope.SESSION, reply, cause);
        assertThat(e).hasMessage("SMTP-CONNECT: The server does not answer.").hasCause(cause);
        assertThat(e.code()).isEqualTo("SMTP-CONNECT");
        assertThat(e.text()).isEqualTo(text);
        assertThat(e.scope()).isEqualTo(FailureScope.SESSION);
        assertThat(e.reply()).isEqualTo(reply);
    }

    @Test
    void stillSaysSomethingAfterItWasSerialized() throws Exception {
        TransportException e = new TransportException(
                "SMTP-CONNECT", LocalizedText.of("Yanıt yok.", "No answer."), FailureScope.SESSION, null, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            TransportException copy = (TransportException) in.readObject();
            assertThat(copy.code()).isEqualTo("SMTP-CONNECT");
            assertThat(copy.text().en()).isEqualTo("SMTP-CONNECT: No answer.");
            assertThat(copy.reply()).isNull();
        }
    }

    @Test
    void speaksTurkishToTurkishReadersAndEnglishToAllOthers() {
        LocalizedText text = LocalizedText.of("Merhaba", "Hello");
        assertThat(text.in(Locale.forLanguageTag("tr-TR"))).isEqualTo("Merhaba");
        assertThat(Stream.of(Locale.ENGLISH, Locale.GERMAN, Locale.ROOT).map(text::in))
                .containsOnly("Hello");
        assertThatIllegalArgumentException().isThrownBy(() -> LocalizedText.of("", "Hello"));
        assertThatIllegalArgumentException().isThrownBy(() -> LocalizedText.of("Merhaba", " "));
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryPurpose(Purpose purpose) {
        assertThat(purpose.label().tr()).isNotBlank();
        assertThat(Stream.of(Purpose.values()).map(Purpose::label)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryDetail(Detail detail) {
        assertThat(detail.label().tr()).isNotBlank();
        assertThat(Stream.of(Detail.values()).map(Detail::label)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryQuestion(ApprovalQuestion question) {
        assertThat(question.label().tr()).isNotBlank();
        assertThat(Stream.of(ApprovalQuestion.values()).map(ApprovalQuestion::label))
                .doesNotHaveDuplicates();
    }
}
