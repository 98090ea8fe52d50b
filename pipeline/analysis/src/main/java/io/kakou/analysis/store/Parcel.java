package io.kakou.analysis.store;

/** An object on its way to a shelf. */
@SuppressWarnings("ArrayRecordComponent") // Handed over, compared by nobody.
public record Parcel(String key, byte[] bytes, String contentType) {}
