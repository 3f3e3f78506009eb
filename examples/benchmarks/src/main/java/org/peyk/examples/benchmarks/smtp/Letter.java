package org.peyk.examples.benchmarks.smtp;

/** The same announcement for all senders: a text and its HTML version, in Turkish. */
public final class Letter {
    /** Who sends it. */
    public static final String FROM = "duyuru@universite.example";

    /** The sender's name. */
    public static final String FROM_NAME = "Çağdaş Üniversitesi";

    /** What it is about. */
    public static final String SUBJECT = "Şebeke kesintisi: 24 Kasım öğleden sonra";

    /** What header lines, boundaries and quoted-printable add, found by looking at what leaves. */
    private static final int FRAME = 1_000;

    private static final String SENTENCE =
            "Sayın öğrencimiz, bilgi işlem merkezindeki çalışma dolayısıyla ağ bağlantısı"
                    + " kesilecek; kütüphane ve yemekhane kartları bu sürede kullanılamayacaktır.";

    private final String text;
    private final String html;

    /**
     * A letter that makes a message of about so many bytes.
     *
     * @param bytes how many
     */
    public Letter(int bytes) {
        // half for each version; a sixth of the letters takes six bytes in quoted-printable
        int sentences = Math.max(1, (int) ((bytes - FRAME) / 2.0 / (SENTENCE.length() * 1.53)));
        StringBuilder plain = new StringBuilder();
        StringBuilder marked = new StringBuilder("<!DOCTYPE html><html><body>");
        for (int i = 0; i < sentences; i++) {
            plain.append(SENTENCE).append('\n');
            marked.append("<p>").append(SENTENCE).append("</p>\n");
        }
        text = plain.toString();
        html = marked.append("</body></html>").toString();
    }

    /**
     * A recipient's address.
     *
     * @param n which one
     * @return the address
     */
    public static String recipient(int n) {
        return "ogrenci" + n + "@ogr.universite.example";
    }

    static String name(int n) {
        return "Öğrenci " + n;
    }

    /**
     * The plain text that is the same for all.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * The HTML version that is the same for all.
     *
     * @return the HTML
     */
    public String html() {
        return html;
    }

    String text(Job job, int n) {
        return job.personal() ? "Sayın " + name(n) + ",\n" + text : text;
    }

    String html(Job job, int n) {
        return job.personal() ? html.replaceFirst("<body>", "<body><p>Sayın " + name(n) + ",</p>") : html;
    }
}
