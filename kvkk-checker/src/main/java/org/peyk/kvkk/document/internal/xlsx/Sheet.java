package org.peyk.kvkk.document.internal.xlsx;

/**
 * A sheet as the workbook lists it.
 *
 * @param name its name
 * @param state {@code visible}, {@code hidden} or {@code veryHidden} (which Excel's menu does not offer to show)
 * @param relation the id of its part
 */
record Sheet(String name, String state, String relation) {

    boolean hidden() {
        return !state.equals("visible");
    }

    /** The name, and whether it is hidden. */
    String label() {
        return switch (state) {
            case "visible" -> name;
            case "veryHidden" -> name + " (çok gizli sayfa)";
            default -> name + " (gizli sayfa)";
        };
    }
}
