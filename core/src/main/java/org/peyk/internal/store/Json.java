package org.peyk.internal.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.StoreException;
import org.peyk.internal.lifecycle.Event;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalPlan;

/**
 * Events and requests as JSON. Keys are sorted, so that the same value always has the same text; attachments are written by digest and read
 * back as the stored file.
 */
public final class Json {

    /** Finds a stored file. */
    interface Files {
        ByteSource open(String sha256, long size);
    }

    private static final Object FILES = new Object();

    private final ObjectMapper mapper;
    private final ObjectWriter events;
    private final ObjectWriter states;
    private final ObjectWriter forms;
    private final ObjectWriter plans;
    private final Files files;

    private Json(Json other, Files files) {
        this.mapper = other.mapper;
        this.events = other.events;
        this.states = other.states;
        this.forms = other.forms;
        this.plans = other.plans;
        this.files = files;
    }

    Json(Files files) {
        this.mapper = mapper();
        this.events = mapper.writerFor(Event.class);
        this.states = mapper.copy()
                .addMixIn(MailRequest.class, WithoutLongParts.class)
                .writerFor(MailRequest.class);
        this.forms = mapper.writerFor(RequestForm.class);
        this.plans = mapper.writerFor(ApprovalPlan.class);
        this.files = files;
    }

    /** What is written beside the rest of a request. */
    @JsonIgnoreProperties({"form", "plan"})
    private interface WithoutLongParts {}

    /** The same, with files from elsewhere. */
    Json reading(Files other) {
        return new Json(this, other);
    }

    private static ObjectMapper mapper() {
        SimpleModule m = new SimpleModule("peyk");
        text(m, Instant.class, Instant::toString, Instant::parse);
        text(m, LocalDate.class, LocalDate::toString, LocalDate::parse);
        text(m, PersonId.class, PersonId::value, PersonId::new);
        text(m, UnitId.class, UnitId::value, UnitId::new);
        text(m, RequestId.class, RequestId::value, RequestId::new);
        text(m, Locale.class, Locale::toLanguageTag, Locale::forLanguageTag);
        m.addSerializer(OptionalLong.class, new JsonSerializer<>() {
            @Override
            public void serialize(OptionalLong v, JsonGenerator g, SerializerProvider p) throws IOException {
                if (v.isPresent()) {
                    g.writeNumber(v.getAsLong());
                } else {
                    g.writeNull();
                }
            }
        });
        m.addDeserializer(OptionalLong.class, new JsonDeserializer<>() {
            @Override
            public OptionalLong deserialize(JsonParser p, DeserializationContext c) throws IOException {
                return OptionalLong.of(p.getLongValue());
            }

            @Override
            public OptionalLong getNullValue(DeserializationContext c) {
                return OptionalLong.empty();
            }

            @Override
            public Object getAbsentValue(DeserializationContext c) {
                return OptionalLong.empty();
            }
        });
        m.addSerializer(Attachment.class, new JsonSerializer<>() {
            @Override
            public void serialize(Attachment a, JsonGenerator g, SerializerProvider p) throws IOException {
                g.writeStartObject();
                g.writeStringField("fileName", a.fileName());
                g.writeStringField("mediaType", a.mediaType());
                g.writeStringField("sha256", a.sha256());
                g.writeNumberField("size", a.bytes().size());
                if (a.contentId() != null) {
                    g.writeStringField("contentId", a.contentId());
                }
                g.writeEndObject();
            }
        });
        m.addDeserializer(Attachment.class, new JsonDeserializer<>() {
            @Override
            public Attachment deserialize(JsonParser p, DeserializationContext c) throws IOException {
                JsonNode n = p.readValueAsTree();
                String sha256 = n.required("sha256").asText();
                Files files = (Files) c.getAttribute(FILES);
                return new Attachment(
                        n.required("fileName").asText(),
                        n.required("mediaType").asText(),
                        sha256,
                        files.open(sha256, n.required("size").asLong()),
                        n.hasNonNull("contentId") ? n.get("contentId").asText() : null);
            }
        });
        return JsonMapper.builder()
                .addModule(m)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static <T> void text(SimpleModule m, Class<T> type, Function<T, String> write, Function<String, T> read) {
        m.addSerializer(type, new JsonSerializer<>() {
            @Override
            public void serialize(T v, JsonGenerator g, SerializerProvider p) throws IOException {
                g.writeString(write.apply(v));
            }
        });
        m.addDeserializer(type, new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser p, DeserializationContext c) throws IOException {
                return read.apply(p.getText());
            }
        });
    }

    public String write(Event event) {
        return text(events, event);
    }

    public Snapshot write(MailRequest request) {
        return new Snapshot(text(states, request), text(forms, request.form()), plan(request));
    }

    /** As {@link #write(MailRequest)}, taking over from an earlier one what is the same. */
    Snapshot write(MailRequest request, MailRequest before, Snapshot written) {
        return new Snapshot(
                text(states, request),
                request.form().equals(before.form()) ? written.form() : text(forms, request.form()),
                Objects.equals(request.plan(), before.plan()) ? written.plan() : plan(request));
    }

    private @Nullable String plan(MailRequest request) {
        return request.plan() == null ? null : text(plans, request.plan());
    }

    public Event event(String json) {
        return parse(json, Event.class);
    }

    public MailRequest request(Snapshot snapshot) {
        return parse(snapshot.whole(), MailRequest.class);
    }

    private static String text(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + value.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    private <T> T parse(String json, Class<T> type) {
        try {
            return mapper.readerFor(type).withAttribute(FILES, files).readValue(json);
        } catch (JsonProcessingException e) {
            // the parser's message may quote the text of a mail
            e.clearLocation();
            throw new StoreException(ErrorCode.STORE_SCHEMA, new IllegalStateException("stored JSON cannot be read"));
        }
    }
}
