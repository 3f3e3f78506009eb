package org.peyk.kvkk.document.internal.ooxml;

/**
 * An entry of a zip.
 *
 * @param name its name as written
 * @param method 0 stored, 8 deflated
 * @param encrypted whether it needs a password
 * @param start where its bytes start
 * @param length how many there are, as far as the file reaches
 * @param crc its CRC-32
 * @param checked whether the checksum is known
 */
record ZipEntry(String name, int method, boolean encrypted, int start, int length, long crc, boolean checked) {}
