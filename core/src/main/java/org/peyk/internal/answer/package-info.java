/** Deciding by answering the approval mail: keys that hold once, and a reader of answers that takes nothing for a decision that is not one. */
package org.peyk.internal.answer;
