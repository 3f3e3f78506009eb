package org.peyk.internal.delivery;

class SendingIT extends SendingContract {

    @Override
    Database open() throws Exception {
        return Databases.postgres();
    }
}
