package org.peyk.internal.delivery;

class TakeOverIT extends TakeOverContract {

    @Override
    Database open() throws Exception {
        return Databases.postgres();
    }
}
