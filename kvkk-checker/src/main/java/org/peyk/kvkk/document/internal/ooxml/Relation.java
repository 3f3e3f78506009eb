package org.peyk.kvkk.document.internal.ooxml;

/**
 * A relationship from one part of a package to another, or to the outside.
 *
 * @param id its id within the source part
 * @param type the last word of its type, such as {@code hyperlink}
 * @param target the name of the part, or an address when it is external
 * @param external whether it leads out of the package
 */
public record Relation(String id, String type, String target, boolean external) {}
