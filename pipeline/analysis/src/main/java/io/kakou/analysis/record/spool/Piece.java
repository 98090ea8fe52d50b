package io.kakou.analysis.record.spool;

/**
 * Where an entry's bytes lie.
 *
 * @param position of the first, in bytes from the file's begin
 * @param crc CRC-32C of them
 */
record Piece(SpoolFile file, long position, int length, int crc, Entry entry) {}
