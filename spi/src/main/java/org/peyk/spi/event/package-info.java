/**
 * Being told, after commit, what happened to a request.
 */
package org.peyk.spi.event;
