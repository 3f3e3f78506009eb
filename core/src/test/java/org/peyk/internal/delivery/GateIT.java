package org.peyk.internal.delivery;

class GateIT extends GateContract {

    @Override
    Database open() throws Exception {
        return Databases.postgres();
    }
}
