/** Ready approval policies and a directory for small installations. */
package org.peyk.policy;
