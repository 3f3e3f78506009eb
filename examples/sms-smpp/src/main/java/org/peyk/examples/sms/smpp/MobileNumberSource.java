package org.peyk.examples.sms.smpp;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Channel;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.recipient.RecipientSourceException;

/**
 * A source whose numbers people wrote by hand: gives them in E.164 form, so that one telephone written in two ways gets one message. What is no
 * mobile number stays as it is; the transport does not take it, and the library lists the row as rejected, without the number.
 */
public final class MobileNumberSource implements RecipientSource {

    private final RecipientSource source;

    /**
     * Wraps a source.
     *
     * @param source where people come from
     */
    public MobileNumberSource(RecipientSource source) {
        this.source = source;
    }

    @Override
    public PluginInfo info() {
        return source.info();
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<AudienceGroup> groups() {
        return source.groups();
    }

    @Override
    public long count(Selection selection) throws RecipientSourceException, InterruptedException {
        return source.count(selection);
    }

    @Override
    public RecipientPage page(Selection selection, @Nullable String after, int limit)
            throws RecipientSourceException, InterruptedException {
        RecipientPage page = source.page(selection, after, limit);
        return new RecipientPage(
                page.recipients().stream().map(MobileNumberSource::formed).toList(), page.rejected(), page.next());
    }

    @Override
    public Optional<String> fingerprint(Selection selection) throws RecipientSourceException {
        return source.fingerprint(selection);
    }

    private static Recipient formed(Recipient r) {
        String written = r.addresses().get(Channel.SMS);
        Optional<String> formed = written == null ? Optional.empty() : MobileNumbers.e164(written.strip());
        if (formed.isEmpty()) {
            return r;
        }
        Map<Channel, String> addresses = new EnumMap<>(r.addresses());
        addresses.put(Channel.SMS, formed.get());
        return new Recipient(r.person(), addresses, r.displayName(), r.language(), r.groups(), r.attributes());
    }
}
