/**
 * Who must approve a request, in which order, and why.
 */
package org.peyk.spi.approval;
