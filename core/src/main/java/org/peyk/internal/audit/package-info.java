/** The hash chains, the chain of anchors over all requests, and their verification. */
package org.peyk.internal.audit;
