/** Ready approval policies and directories. */
package org.peyk.policy;
