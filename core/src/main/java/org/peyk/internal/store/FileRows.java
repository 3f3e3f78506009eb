package org.peyk.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Attachment;
import org.peyk.spi.Sha256;

/** Files of requests, by digest, in pieces. */
public final class FileRows {

    static final int PIECE = 256 * 1024;

    private FileRows() {}

    /**
     * Keeps an attachment's bytes; nothing happens when they are kept already.
     *
     * @throws IOException when the bytes cannot be read, or are not those the attachment names
     */
    public static void put(Connection c, Attachment attachment) throws SQLException, IOException {
        if (exists(c, attachment.sha256())) {
            return;
        }
        MessageDigest digest = Sha256.algorithm();
        long size = 0;
        try (InputStream in = attachment.bytes().open();
                PreparedStatement p =
                        c.prepareStatement("insert into peyk_file_piece (sha256, piece, bytes) values (?, ?, ?)")) {
            byte[] piece = in.readNBytes(PIECE);
            for (int n = 0; piece.length > 0; n++) {
                digest.update(piece);
                size += piece.length;
                p.setString(1, attachment.sha256());
                p.setInt(2, n);
                p.setBytes(3, piece);
                p.executeUpdate();
                piece = in.readNBytes(PIECE);
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(attachment.sha256())) {
            throw new IOException("the attachment's bytes do not have the digest it names");
        }
        try (PreparedStatement p = c.prepareStatement("insert into peyk_file (sha256, size_bytes) values (?, ?)")) {
            p.setString(1, attachment.sha256());
            p.setLong(2, size);
            p.executeUpdate();
        }
    }

    private static boolean exists(Connection c, String sha256) throws SQLException {
        try (PreparedStatement p = c.prepareStatement("select 1 from peyk_file where sha256 = ?")) {
            p.setString(1, sha256);
            try (ResultSet r = p.executeQuery()) {
                return r.next();
            }
        }
    }

    /** A piece of a stored file, or null when it is not there. */
    static byte @Nullable [] piece(Connection c, String sha256, int piece) throws SQLException {
        try (PreparedStatement p =
                c.prepareStatement("select bytes from peyk_file_piece where sha256 = ? and piece = ?")) {
            p.setString(1, sha256);
            p.setInt(2, piece);
            try (ResultSet r = p.executeQuery()) {
                return r.next() ? r.getBytes(1) : null;
            }
        }
    }
}
