/** What the durable ledger costs: the same messages over the same transport with and without it, and beside others that keep one task a recipient. */
package org.peyk.examples.benchmarks.ledger;
