/** Finding requests that say the same as another one. */
package org.peyk.internal.duplicate;
