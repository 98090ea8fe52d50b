package io.kakou.analysis.store;

import java.util.List;

/** Objects under keys. Safe for many threads; every call ends within a bounded time. */
public interface Shelf {
    /** Stores an object, in place of one that has the key; returns when it is stored for good. */
    void put(String key, byte[] bytes, String contentType) throws StoreException;

    /**
     * A whole object.
     *
     * @throws StoreException {@link StoreException.Code#NOT_FOUND} where there is none
     */
    byte[] get(String key) throws StoreException;

    /**
     * A part of an object; shorter where the object ends.
     *
     * @param from first byte, from 0
     * @param length at least 1
     */
    byte[] get(String key, long from, int length) throws StoreException;

    /** All keys that begin with {@code prefix}, in order. */
    default List<String> list(String prefix) throws StoreException {
        return listing(prefix).stream().map(Listed::key).toList();
    }

    /** All objects whose key begins with {@code prefix}, in the order of keys. */
    List<Listed> listing(String prefix) throws StoreException;

    /** Takes an object away for good; one that is not there is no error. */
    void delete(String key) throws StoreException;

    /**
     * An object in a listing.
     *
     * @param bytes its length
     */
    record Listed(String key, long bytes) {}
}
