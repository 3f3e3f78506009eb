/** The process's own measures. */
package org.peyk.report;
