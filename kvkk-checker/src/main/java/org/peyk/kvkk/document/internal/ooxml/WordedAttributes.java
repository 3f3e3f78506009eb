package org.peyk.kvkk.document.internal.ooxml;

import java.util.Map;
import java.util.Set;

/** Attributes of office XML in which somebody's words stand, or values that are kept a second time. */
public final class WordedAttributes {
    private static final Set<String> ANYWHERE = Set.of(
            "descr", "title", "displayName", "caption", "prompt", "author", "connection", "userId", "totalsRowLabel");

    private static final Map<String, Set<String>> OF_ELEMENT = Map.ofEntries(
            Map.entry("docVar", Set.of("name", "val")),
            // mail merge
            Map.entry("query", Set.of("val")),
            Map.entry("connectString", Set.of("val")),
            Map.entry("mailSubject", Set.of("val")),
            // content controls and form fields
            Map.entry("alias", Set.of("val")),
            Map.entry("tag", Set.of("val")),
            Map.entry("listItem", Set.of("displayText", "value")),
            Map.entry("date", Set.of("fullDate")),
            Map.entry("default", Set.of("val")),
            Map.entry("helpText", Set.of("val")),
            Map.entry("statusText", Set.of("val")),
            Map.entry("listEntry", Set.of("val")),
            // filters, scenarios, tables and caches of sheets
            Map.entry("filter", Set.of("val")),
            Map.entry("customFilter", Set.of("val")),
            Map.entry("inputCells", Set.of("val")),
            Map.entry("scenario", Set.of("name", "user", "comment")),
            Map.entry("hyperlink", Set.of("display", "tooltip")),
            Map.entry("tableColumn", Set.of("name")),
            Map.entry("cacheField", Set.of("name")),
            Map.entry("sharedItems", Set.of("minValue", "maxValue", "minDate", "maxDate")));

    private static final int DIGITS = 6;

    private WordedAttributes() {}

    /**
     * Whether words or values stand in an attribute.
     *
     * @param element the local name of its element
     * @param attribute its local name
     */
    public static boolean tell(String element, String attribute) {
        if (attribute.equals("v")) {
            // of x it is a number in a list
            return !element.equals("x");
        }
        return ANYWHERE.contains(attribute)
                || OF_ELEMENT.getOrDefault(element, Set.of()).contains(attribute);
    }

    /** Whether a value may be a number or an address of a person, in XML of which only its own program knows what it says. */
    public static boolean suspicious(String value) {
        return value.indexOf('@') >= 0
                || value.chars().filter(Character::isDigit).limit(DIGITS).count() == DIGITS;
    }
}
