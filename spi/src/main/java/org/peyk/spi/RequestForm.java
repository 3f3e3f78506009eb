package org.peyk.spi;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The request form (talep formu): everything that is asked for, and everything an approval binds to. A form may be incomplete; what is
 * missing is a list, and nothing incomplete reaches an approver.
 *
 * @param purpose why the mail is asked for
 * @param details facts about what is announced
 * @param content the text and files
 * @param audience who shall get it
 * @param sender in whose name it goes out, or null while not chosen
 * @param channels the ways it goes out
 * @param window when it may be sent
 * @param inDoubtPolicy what happens to a message whose fate is unknown
 * @param replyUnit the unit that answers replies, or null for the requester's
 */
public record RequestForm(
        Purpose purpose,
        Map<Detail, String> details,
        Content content,
        Audience audience,
        @Nullable Sender sender,
        Set<Channel> channels,
        SendingWindow window,
        InDoubtPolicy inDoubtPolicy,
        @Nullable UnitId replyUnit) {

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException when a detail is blank or holds a control character, or no channel is named
     */
    public RequestForm {
        details.forEach((k, v) -> Texts.requireLine(v, "details[" + k + "]"));
        details = Collections.unmodifiableMap(details.isEmpty() ? new EnumMap<>(Detail.class) : new EnumMap<>(details));
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("channels must not be empty");
        }
        channels = Collections.unmodifiableSet(EnumSet.copyOf(channels));
    }

    /**
     * Starts a form for mail, at any time, with messages in doubt held.
     *
     * @param purpose why the mail is asked for
     * @return a builder
     */
    public static Builder builder(Purpose purpose) {
        return new Builder(purpose);
    }

    /**
     * Starts a form that is a copy of this one.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder b = new Builder(purpose);
        b.details.putAll(details);
        b.content = content;
        b.audience = audience;
        b.sender = sender;
        b.channels = channels;
        b.window = window;
        b.inDoubtPolicy = inDoubtPolicy;
        b.replyUnit = replyUnit;
        return b;
    }

    @Override
    public String toString() {
        return "RequestForm[" + purpose + ", " + channels + ", " + inDoubtPolicy + "]";
    }

    /** Builds a {@link RequestForm}. Not thread-safe. */
    public static final class Builder {
        private final Purpose purpose;
        private final Map<Detail, String> details = new EnumMap<>(Detail.class);
        private Content content = Content.EMPTY;
        private Audience audience = Audience.NOBODY;
        private @Nullable Sender sender;
        private Set<Channel> channels = Set.of(Channel.MAIL);
        private SendingWindow window = SendingWindow.ANY_TIME;
        private InDoubtPolicy inDoubtPolicy = InDoubtPolicy.HOLD;
        private @Nullable UnitId replyUnit;

        private Builder(Purpose purpose) {
            this.purpose = purpose;
        }

        /**
         * Sets one detail.
         *
         * @param detail which
         * @param value its value; blank removes it
         * @return this
         */
        public Builder detail(Detail detail, String value) {
            if (value.isBlank()) {
                details.remove(detail);
            } else {
                details.put(detail, value.strip());
            }
            return this;
        }

        /**
         * Sets text and files.
         *
         * @param value the content
         * @return this
         */
        public Builder content(Content value) {
            this.content = value;
            return this;
        }

        /**
         * Sets who shall get it.
         *
         * @param value the audience
         * @return this
         */
        public Builder audience(Audience value) {
            this.audience = value;
            return this;
        }

        /**
         * Sets in whose name it goes out.
         *
         * @param value the sender
         * @return this
         */
        public Builder sender(Sender value) {
            this.sender = value;
            return this;
        }

        /**
         * Sets the ways it goes out; {@link Channel#MAIL} alone by default.
         *
         * @param value one or more channels
         * @return this
         */
        public Builder channels(Set<Channel> value) {
            this.channels = Set.copyOf(value);
            return this;
        }

        /**
         * Sets when it may be sent.
         *
         * @param value the window
         * @return this
         */
        public Builder window(SendingWindow value) {
            this.window = value;
            return this;
        }

        /**
         * Sets what happens to messages in doubt; {@link InDoubtPolicy#HOLD} by default.
         *
         * @param value the policy
         * @return this
         */
        public Builder inDoubt(InDoubtPolicy value) {
            this.inDoubtPolicy = value;
            return this;
        }

        /**
         * Sets the unit that answers replies.
         *
         * @param value the unit, or null for the requester's
         * @return this
         */
        public Builder replyUnit(@Nullable UnitId value) {
            this.replyUnit = value;
            return this;
        }

        /**
         * Makes the form.
         *
         * @return an immutable form
         */
        public RequestForm build() {
            return new RequestForm(
                    purpose, details, content, audience, sender, channels, window, inDoubtPolicy, replyUnit);
        }
    }
}
