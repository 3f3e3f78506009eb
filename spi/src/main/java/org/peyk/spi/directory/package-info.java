/**
 * Who is active, holds which role and deputises for whom, at a given time.
 */
package org.peyk.spi.directory;
