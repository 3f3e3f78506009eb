/** The registered plugins by name, and what is asked of several of them at once. */
package org.peyk.internal.plugin;
