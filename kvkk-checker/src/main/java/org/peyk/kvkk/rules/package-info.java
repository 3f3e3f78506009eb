/**
 * The rules of the checker as a JSON document, which a data-protection officer can read, review and change without a program:
 * {@link org.peyk.kvkk.rules.JsonRules}.
 */
package org.peyk.kvkk.rules;
