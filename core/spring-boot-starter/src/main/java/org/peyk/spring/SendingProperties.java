package org.peyk.spring;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.ConfigurationException;
import org.peyk.SendingConfig;
import org.peyk.SignedReturnPath;
import org.peyk.UnsubscribeLinks;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Purpose;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sending works, as far as it can be said in texts and numbers; everything else of {@link SendingConfig} has its default. Not looked at
 * when the application has a bean of that kind.
 *
 * @param connections sessions of one node that send at the same time
 * @param returnPath where reports of failed deliveries go; the sender's address when this is not set
 * @param messageIdDomain domain of Message-IDs; that of the sender's address when this is not set
 * @param signedReturnPath an address below which each message has a return path of its own (see {@link SignedReturnPath}); needs the secret
 * @param unsubscribeLink template of links by which recipients leave lists (see {@link UnsubscribeLinks}); needs the secret
 * @param unsubscribePurposes the purposes whose messages have such links; invitations and celebrations when this is not set
 * @param secret what signs return paths and links: Base64 of at least 32 random bytes, the same on all nodes, and kept outside of the store
 */
public record SendingProperties(
        @DefaultValue("" + SendingConfig.DEFAULT_CONNECTIONS)
        int connections,

        @Nullable String returnPath,
        @Nullable String messageIdDomain,
        @Nullable String signedReturnPath,
        @Nullable String unsubscribeLink,
        @Nullable Set<Purpose> unsubscribePurposes,
        @Nullable String secret) {

    /** Copies the set. */
    public SendingProperties {
        unsubscribePurposes = unsubscribePurposes == null ? null : Set.copyOf(unsubscribePurposes);
    }

    /**
     * As the process takes it.
     *
     * @return the configuration
     * @throws ConfigurationException naming everything that is wrong, without the secret
     */
    SendingConfig config() {
        List<LocalizedText> problems = new ArrayList<>();
        byte[] key = key(problems);
        SendingConfig.Builder b = SendingConfig.builder()
                .connections(connections)
                .returnPath(returnPath)
                .messageIdDomain(messageIdDomain);
        collect(problems, () -> {
            if (signedReturnPath != null) {
                b.signedReturnPath(SignedReturnPath.of(signedReturnPath, key));
            }
        });
        collect(problems, () -> {
            if (unsubscribeLink != null) {
                UnsubscribeLinks links = UnsubscribeLinks.of(unsubscribeLink, key);
                b.unsubscribe(unsubscribePurposes == null ? links : links.forPurposes(unsubscribePurposes));
            }
        });
        if (unsubscribePurposes != null && unsubscribeLink == null) {
            problems.add(LocalizedText.of(
                    "peyk.sending.unsubscribe-purposes, peyk.sending.unsubscribe-link olmadan verilemez.",
                    "peyk.sending.unsubscribe-purposes cannot be given without peyk.sending.unsubscribe-link."));
        }
        List<SendingConfig> built = new ArrayList<>();
        collect(problems, () -> built.add(b.build()));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(List.copyOf(problems));
        }
        return built.get(0);
    }

    private byte[] key(List<LocalizedText> problems) {
        boolean needed = signedReturnPath != null || unsubscribeLink != null;
        if (secret == null || secret.isBlank()) {
            if (needed) {
                problems.add(LocalizedText.of(
                        "İmzalı geri dönüş adresleri ve ayrılma bağlantıları için peyk.sending.secret gerekli.",
                        "Signed return paths and unsubscribe links need peyk.sending.secret."));
            }
            return new byte[SignedReturnPath.LEAST_SECRET];
        }
        try {
            byte[] key = Base64.getDecoder().decode(secret.strip());
            if (key.length >= SignedReturnPath.LEAST_SECRET) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // told below, in the same words as one that is too short
        }
        problems.add(LocalizedText.of(
                "peyk.sending.secret, en az " + SignedReturnPath.LEAST_SECRET
                        + " rastgele baytın Base64 biçimi olmalı.",
                "peyk.sending.secret must be the Base64 of at least " + SignedReturnPath.LEAST_SECRET
                        + " random bytes."));
        return new byte[SignedReturnPath.LEAST_SECRET];
    }

    private static void collect(List<LocalizedText> problems, Runnable setting) {
        try {
            setting.run();
        } catch (ConfigurationException e) {
            problems.addAll(e.problems());
        }
    }

    /**
     * Shows no secret.
     *
     * @return the name of the class
     */
    @Override
    public String toString() {
        return "SendingProperties[…]";
    }
}
