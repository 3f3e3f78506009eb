package org.peyk.internal.delivery;

class OutcomeIT extends OutcomeContract {

    @Override
    Database open() throws Exception {
        return Databases.postgres();
    }
}
