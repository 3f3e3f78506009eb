/** What keeps a request from an approver: missing information and findings. */
package org.peyk.internal.check;
