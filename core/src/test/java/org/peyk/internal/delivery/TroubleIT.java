package org.peyk.internal.delivery;

class TroubleIT extends TroubleContract {

    @Override
    Database open() throws Exception {
        return Databases.postgres();
    }
}
