/** For tests of a portal: a clock that is set by hand and a transport that records. */
package org.peyk.testing;
