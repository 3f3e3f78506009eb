package org.peyk.examples.quickstart;

import java.util.Locale;

/**
 * What was written on the command line.
 *
 * @param language the language of the story
 * @param help whether only the help is wanted
 */
record Options(Locale language, boolean help) {

    static final Locale TURKISH = Locale.forLanguageTag("tr");

    /** The command line is not understood; the message is one sentence in both languages. */
    static final class UsageException extends Exception {

        private static final long serialVersionUID = 1L;

        UsageException(String tr, String en) {
            super(tr + " / " + en);
        }
    }

    static Options parse(String... args) throws UsageException {
        Locale language = TURKISH;
        boolean help = false;
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            if (arg.equals("--help") || arg.equals("-h")) {
                help = true;
            } else if (arg.equals("--lang")) {
                i++;
                language = language(i < args.length ? args[i] : "");
            } else if (arg.startsWith("--lang=")) {
                language = language(arg.substring("--lang=".length()));
            } else {
                throw new UsageException(
                        "“" + arg + "” diye bir seçenek yok; seçenekler: --lang tr|en, --help.",
                        "There is no option “" + arg + "”; the options are --lang tr|en and --help.");
            }
        }
        return new Options(language, help);
    }

    private static Locale language(String tag) throws UsageException {
        return switch (tag) {
            case "tr" -> TURKISH;
            case "en" -> Locale.ENGLISH;
            default -> throw new UsageException("--lang için tr ya da en yazın.", "Write tr or en after --lang.");
        };
    }
}
