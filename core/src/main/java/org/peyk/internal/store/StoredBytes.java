package org.peyk.internal.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.peyk.PeykException;
import org.peyk.spi.ByteSource;

/**
 * A stored file, read piece by piece when it is needed. A file that ends too early says so with an {@link EOFException}; any other failure is
 * the store's, and may pass.
 */
final class StoredBytes implements ByteSource {

    private final Supplier<Store> store;
    private final String sha256;
    private final long size;

    StoredBytes(Supplier<Store> store, String sha256, long size) {
        this.store = store;
        this.sha256 = sha256;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() {
        return new Pieces();
    }

    /** One pass over the pieces; holds one of them at a time. */
    private final class Pieces extends InputStream {
        private byte[] piece = new byte[0];
        private int at;
        private int next;

        @Override
        public int read() throws IOException {
            return more() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, to.length);
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int n = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, to, offset, n);
            at += n;
            return n;
        }

        private boolean more() throws IOException {
            if (at == piece.length && (long) next * FileRows.PIECE < size) {
                int number = next++;
                byte[] found;
                try {
                    found = store.get()
                            .read(c -> Optional.ofNullable(FileRows.piece(c, sha256, number)))
                            .orElse(null);
                } catch (PeykException e) {
                    throw new IOException("a stored file cannot be read", e);
                }
                if (found == null) {
                    throw new EOFException("a stored file lacks a piece");
                }
                piece = found;
                at = 0;
            }
            return at < piece.length;
        }
    }
}
