/** What is different between two texts, word by word. */
package org.peyk.internal.difference;
