package org.peyk.internal.delivery;

class BooksIT extends BooksContract {

    @Override
    Database open() throws Exception {
        return Databases.postgres();
    }
}
