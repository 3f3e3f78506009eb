package org.peyk.examples.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.Test;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.Refused;

import static org.assertj.core.api.Assertions.assertThat;

/** The page about short messages says what the code does. */
class StatusPageTest {

    private static final Path PAGE = Path.of("../../docs/sms.md");
    private static final Pattern NAME = Pattern.compile("`(?:ESME_)?(R[A-Z_]+)`");

    private static String part(String name) throws Exception {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        int start = page.indexOf("<!-- " + name + " -->");
        return page.substring(start, page.indexOf("<!-- end -->", start));
    }

    @Test
    void theOutcomesOfThePageAreThoseOfTheCode() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        int seen = 0;
        for (String line : part("statuses").lines().toList()) {
            String[] cells = line.split("\\|");
            if (cells.length < 3 || !cells[1].contains("ESME_")) {
                continue;
            }
            Matcher names = NAME.matcher(cells[1]);
            while (names.find()) {
                int status = SMPPConstant.class
                        .getField("STAT_ESME_" + names.group(1))
                        .getInt(null);
                String said = cells[2].replace("*", "").strip();
                if (!said.startsWith(words(StatusTable.outcome(status, "", true, Duration.ofSeconds(5))))) {
                    wrong.put(names.group(1), said);
                }
                seen++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(15);
    }

    private static String words(DeliveryOutcome outcome) {
        if (outcome instanceof Refused r) {
            return "refused, " + r.scope().name().toLowerCase(Locale.ROOT);
        }
        return "deferred, " + ((Deferred) outcome).scope().name().toLowerCase(Locale.ROOT);
    }

    @Test
    void theSettingsOfThePageAreThoseOfTheBuilder() throws Exception {
        List<String> named = part("settings")
                .lines()
                .filter(l -> l.startsWith("| `"))
                .map(l -> l.substring(3, l.indexOf('`', 3)))
                .toList();
        Set<String> settings = Arrays.stream(SmppConfigBuilder.class.getMethods())
                .filter(m -> m.getReturnType() == SmppConfigBuilder.class)
                .map(java.lang.reflect.Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(named)).isEqualTo(settings);
        assertThat(part("settings"))
                .contains("| `window` | " + SmppConfigBuilder.WINDOW + " |")
                .contains("| `maxParts` | " + SmppConfigBuilder.MAX_PARTS + " |")
                .contains("| `connectTimeout` | " + SmppConfigBuilder.CONNECT_TIMEOUT.toSeconds() + " s |")
                .contains("| `responseTimeout` | " + SmppConfigBuilder.RESPONSE_TIMEOUT.toSeconds() + " s |")
                .contains("| `enquireLink` | " + SmppConfigBuilder.ENQUIRE_LINK.toSeconds() + " s |")
                .contains("| `throttleWait` | " + SmppConfigBuilder.THROTTLE_WAIT.toSeconds() + " s |");
    }
}
