package org.peyk.spi;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What holds for every record of the module, also for those that are added later. */
class RecordsTest {

    /** What may stand in a log: codes, keys without meaning, digests, and texts that are made for everybody to read. */
    private static final Set<String> MAY_BE_SHOWN = Set.of(
            "ApprovalPlan.policy",
            "ApprovalPlan.policyText",
            "ApprovalStep.id",
            "Attachment.mediaType",
            "Attachment.sha256",
            "AudienceGroup.code",
            "DocumentInfo.mediaType",
            "DocumentInput.mediaType",
            "Envelope.messageId",
            "Finding.code",
            "Finding.excerpt",
            "Finding.legalBasis",
            "Finding.rule",
            "Header.name",
            "LaterReview.permission",
            "LocalizedText.en",
            "LocalizedText.tr",
            "MailKey.value",
            "MailboxCursor.value",
            "OutboundMessage.contentKey",
            "PluginInfo.name",
            "PluginInfo.version",
            "PolicyDenial.code",
            "PreflightProblem.code",
            "ProcessEvent.data",
            "Recipient.groups",
            "RejectedRow.code",
            "RejectedRow.position",
            "RenderedMessage.bodySha256",
            "RenderedMessage.mediaType",
            "RequestId.value",
            "RequestView.digest",
            "Role.code",
            "Selection.filter",
            "Selection.group",
            "Selection.source",
            "ServerReply.text",
            "SourceDocument.sha256",
            "UnitId.value");

    static Stream<Class<?>> records() {
        return SpiTypes.records().stream();
    }

    @Test
    void areFound() {
        assertThat(SpiTypes.records()).hasSizeGreaterThan(50).contains(PersonId.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void showNoPersonalDataInToString(Class<?> type) {
        Samples samples = new Samples();
        String shown = samples.make(type).toString();
        Set<String> components = new TreeSet<>(samples.shownIn(shown));
        components.removeAll(MAY_BE_SHOWN);
        assertThat(components).as("components that toString shows").isEmpty();
    }

    @Test
    void mayBeShownWhatThereIs() {
        Set<String> all = new TreeSet<>();
        SpiTypes.records().forEach(type -> {
            for (RecordComponent component : type.getRecordComponents()) {
                all.add(type.getSimpleName() + "." + component.getName());
            }
        });
        assertThat(all).containsAll(MAY_BE_SHOWN);
    }

    /** Two sources of bytes are never equal by themselves; only {@link Attachment} compares them, by their digest. */
    static Stream<Class<?>> recordsOfComparableParts() {
        return records()
                .filter(type -> type == Attachment.class
                        || Stream.of(type.getRecordComponents()).noneMatch(c -> c.getType() == ByteSource.class));
    }

    @ParameterizedTest
    @MethodSource("recordsOfComparableParts")
    void areEqualWhenTheirPartsAre(Class<?> type) {
        Object one = new Samples().make(type);
        Object other = new Samples().make(type);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @ParameterizedTest
    @MethodSource("records")
    void keepTheirOwnCollections(Class<?> type) throws Exception {
        Samples samples = new Samples();
        Object[] given = samples.values(type);
        Object made = Samples.construct(type, given);
        String before = describe(type, made);
        for (Object value : given) {
            if (value instanceof Collection<?> collection) {
                collection.clear();
            } else if (value instanceof Map<?, ?> map) {
                map.clear();
            }
        }
        assertThat(describe(type, made))
                .as("what it holds after its makers changed theirs")
                .isEqualTo(before);
        for (Object value : accessed(type, made)) {
            if (value instanceof Collection<?> collection) {
                assertThatThrownBy(collection::clear).isInstanceOf(UnsupportedOperationException.class);
            } else if (value instanceof Map<?, ?> map) {
                assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
            }
        }
    }

    private static String describe(Class<?> type, Object made) throws ReflectiveOperationException {
        List<String> sizes = new ArrayList<>();
        for (Object value : accessed(type, made)) {
            if (value instanceof Collection<?> collection) {
                sizes.add("collection of " + collection.size());
            } else if (value instanceof Map<?, ?> map) {
                sizes.add("map of " + map.size());
            }
        }
        return sizes.toString();
    }

    private static List<Object> accessed(Class<?> type, Object made) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            values.add(accessor.invoke(made));
        }
        return values;
    }
}
