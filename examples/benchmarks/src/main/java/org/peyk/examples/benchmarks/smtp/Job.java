package org.peyk.examples.benchmarks.smtp;

/**
 * What a sender is to do.
 *
 * @param port of the sink
 * @param tls whether it is the encrypted one
 * @param connections how many may be open at a time
 * @param messages how many to send
 * @param bytes about how long a message is
 * @param personal whether the text names its recipient
 */
record Job(int port, boolean tls, int connections, int messages, int bytes, boolean personal) {

    static Job parse(String line) {
        String[] words = line.split(" ");
        return new Job(
                Integer.parseInt(words[0]),
                Boolean.parseBoolean(words[1]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]),
                Boolean.parseBoolean(words[5]));
    }

    Job of(int count) {
        return new Job(port, tls, connections, count, bytes, personal);
    }

    String line() {
        return port + " " + tls + " " + connections + " " + messages + " " + bytes + " " + personal;
    }
}
