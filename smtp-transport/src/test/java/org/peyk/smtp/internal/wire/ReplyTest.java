package org.peyk.smtp.internal.wire;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.transport.Phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Replies are read strictly and shown without addresses. */
class ReplyTest {

    private static ReplyReader reader(String bytes) {
        return new ReplyReader(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void readsOneReplyAfterTheOther() throws Exception {
        ReplyReader reader = reader("250 2.1.0 ok\r\n354\r\n550-5.1.1 first\r\n550 5.1.1 last\r\n250 ok\n");
        assertThat(reader.read()).isEqualTo(Reply.of(250, "2.1.0 ok"));
        assertThat(reader.read()).isEqualTo(Reply.of(354, ""));
        assertThat(reader.read()).isEqualTo(Reply.of(550, "5.1.1 first"));
        assertThat(reader.pending()).isTrue();
        assertThat(reader.read().positive()).isTrue();
        assertThat(reader.pending()).isFalse();
    }

    @Test
    void findsTheEnhancedCodeInALaterLine() throws Exception {
        Reply reply = reader("550-Sorry\r\n550 5.7.1 not here\r\n").read();
        assertThat(String.valueOf(reply.enhanced())).isEqualTo("5.7.1");
        assertThat(reply.text()).isEqualTo("Sorry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2",
                "25",
                "250",
                "250 ok",
                "250 ok\r",
                "250-ok\r\n",
                "250-ok\r\n250",
                "ok\r\n",
                "25\r\n",
                "\r\n",
                "2500 ok\r\n",
                "250_ok\r\n",
                "150 ok\r\n",
                "650 ok\r\n",
                "2 50\r\n",
                " 250 ok\r\n",
                "250-a\r\n251 b\r\n",
                "\0\0\0\r\n",
                "\u00b2\u00b50 ok\r\n"
            })
    void takesNothingElseForAReply(String bytes) {
        assertThatThrownBy(() -> reader(bytes).read()).isInstanceOf(LinkException.class);
    }

    @Test
    void boundsAReply() {
        assertThatThrownBy(() -> reader("250 " + "x".repeat(10_000) + "\r\n").read())
                .isInstanceOfSatisfying(
                        LinkException.class, e -> assertThat(e.kind()).isEqualTo(LinkException.Kind.TOO_LONG));
        assertThatThrownBy(
                        () -> reader("250-x\r\n".repeat(20_000) + "250 x\r\n").read())
                .isInstanceOfSatisfying(
                        LinkException.class, e -> assertThat(e.kind()).isEqualTo(LinkException.Kind.TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ayse.yilmaz@ogr.universite.example>: no",
                "ayse.yilmaz@ogr.universite.example unknown",
                "\"ayse yilmaz\"@ogr.universite.example unknown",
                "no user ayse.yilmaz here",
                "user AYSE.YILMAZ is unknown",
                "see https://x.example/?a=ayse.yilmaz%40ogr.universite.example",
                "baska.kisi@universite.example said no",
                "MAILTO:ayse.yilmaz@ogr.universite.example;x"
            })
    void showsNoAddress(String text) {
        String shown = Reply.of(550, text)
                .toServerReply(Phase.RECIPIENT, "ayse.yilmaz@ogr.universite.example")
                .text();
        assertThat(shown)
                .doesNotContain("@")
                .doesNotContainIgnoringCase("yilmaz")
                .doesNotContain("baska");
    }

    @Test
    void showsNoUserName() {
        String shown = Reply.of(535, "5.7.8 bad password for Duyuru1 (duyuru1)")
                .toServerReply(Phase.AUTHENTICATION, "duyuru1")
                .text();
        assertThat(shown).doesNotContainIgnoringCase("duyuru1").contains("bad password");
    }

    @Test
    void cutsAndCleansTheText() {
        String shown = Reply.of(550, "a\u0007b\u00e7" + "x".repeat(3_000))
                .toServerReply(Phase.FINAL, null)
                .text();
        assertThat(shown).hasSize(500).startsWith("a?b?xxx");
    }
}
