package org.peyk.spi.tck;

import java.util.List;
import java.util.Set;
import org.peyk.spi.Detail;

/** Texts that are known again wherever they should not be. */
final class Marks {
    static final String SUBJECT = "isaret-konu-7391";
    static final String HTML = "<p>isaret-html-7392</p>";
    static final String TEXT = "isaret-metin-7393";
    static final String SMS = "isaret-sms-7394";
    static final String DETAIL = "isaret-ayrinti-7395";
    static final List<String> ALL = List.of(SUBJECT, "isaret-html-7392", TEXT, SMS, DETAIL);

    /** Details that have a form, which a mark would break. */
    static final Set<Detail> FORMED = Set.of(Detail.DATE, Detail.TIME, Detail.DEADLINE, Detail.DURATION, Detail.LINK);

    private Marks() {}
}
