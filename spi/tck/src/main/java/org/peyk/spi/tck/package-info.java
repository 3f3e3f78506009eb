/**
 * Contract tests as interfaces: one per plugin kind, with the checks as default methods.
 *
 * <p>A plugin's author writes a test class that implements the contract of the plugin's kind and gives it the plugin and what stands on the
 * other side of it; JUnit runs the inherited checks. Where plugins may differ, a contract asks what the plugin can do, and checks that
 * what is declared absent is absent. Checks wait for events and never for time to pass; whatever hangs fails after
 * {@link org.peyk.spi.tck.PluginContract#patience()}.
 */
package org.peyk.spi.tck;
