package org.peyk.internal.delivery;

class SteeringIT extends SteeringContract {

    @Override
    Database open() throws Exception {
        return Databases.postgres();
    }
}
