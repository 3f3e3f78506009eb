package org.peyk.internal.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peyk.spi.Audience;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.RequestView;
import org.peyk.spi.Selection;

/**
 * The audience of a correction (düzeltme). It names the groups of the corrected request, by which authorities are chosen as they were, and
 * beside them those who got that request, whom the ledger knows. Who never got it is in the audience only where the correction takes its
 * place.
 */
public final class CorrectionAudience {

    /** The name of the ledger among the sources; no source of a portal may have it. */
    public static final String LEDGER = "peyk-ledger";

    /** Those who got a request, or may have got it. */
    public static final String RECEIVED = "received";

    /** The filter that names the request. */
    public static final String REQUEST = "request";

    /** Marks people who never got what is corrected, among the groups of a row. */
    public static final String NEVER_GOT_IT = "peyk:never-got-it";

    private static final String REST = "rest";
    private static final String REPLACED = "replaced";

    private CorrectionAudience() {}

    /**
     * The audience of a correction.
     *
     * @param groups the groups of the corrected request
     * @param corrected the request
     * @param replaced whether those who have not got it get the corrected text instead
     */
    public static Audience of(Audience groups, RequestId corrected, boolean replaced) {
        List<Selection> include = new ArrayList<>(groups.include());
        Map<String, String> filter =
                replaced ? Map.of(REQUEST, corrected.value(), REST, REPLACED) : Map.of(REQUEST, corrected.value());
        include.add(new Selection(LEDGER, RECEIVED, filter));
        return new Audience(include, groups.exclude(), groups.expectedSize(), groups.reason());
    }

    /** Whether a selection means people of the ledger. */
    public static boolean ledger(Selection s) {
        return s.source().equals(LEDGER);
    }

    /** Whether an audience is that of a correction. */
    public static boolean is(Audience a) {
        return a.include().stream().anyMatch(CorrectionAudience::ledger);
    }

    /** The request that is corrected; of several in a row the one that all of the others correct is one of them. */
    public static List<String> corrected(Audience a) {
        return a.include().stream()
                .filter(CorrectionAudience::ledger)
                .flatMap(s -> Optional.ofNullable(s.filter().get(REQUEST)).stream())
                .toList();
    }

    /**
     * What is read of an audience's groups, in this order: who got what is corrected comes first, as a person's first row stays. All of them,
     * in their own order, where nothing is corrected.
     */
    public static List<Selection> read(Audience a) {
        if (!is(a)) {
            return a.include();
        }
        List<Selection> read = new ArrayList<>(
                a.include().stream().filter(CorrectionAudience::ledger).toList());
        if (read.stream().allMatch(s -> REPLACED.equals(s.filter().get(REST)))) {
            a.include().stream().filter(s -> !ledger(s)).forEach(read::add);
        }
        return read;
    }

    /** A form as policies and checks see it: with the groups that people know, and not the ledger. */
    public static RequestForm shown(RequestForm form) {
        Audience a = form.audience();
        if (!is(a)) {
            return form;
        }
        List<Selection> groups = a.include().stream().filter(s -> !ledger(s)).toList();
        return form.toBuilder()
                .audience(new Audience(groups, a.exclude(), a.expectedSize(), a.reason()))
                .build();
    }

    /** A request as policies and checks see it. */
    public static RequestView shown(RequestView r) {
        return new RequestView(r.id(), r.revision(), r.requester(), shown(r.form()), r.audienceSize(), r.digest());
    }
}
