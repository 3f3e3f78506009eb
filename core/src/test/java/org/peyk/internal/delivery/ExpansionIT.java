package org.peyk.internal.delivery;

class ExpansionIT extends ExpansionContract {

    @Override
    Database open() throws Exception {
        return Databases.postgres();
    }
}
