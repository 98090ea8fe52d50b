package io.kakou.console.clips;

/** What an alert has in the object store. */
public interface ClipReader extends AutoCloseable {
    /**
     * A file of the clip: {@code manifest.json}, {@code init.mp4}, {@code 0001.m4s}.
     *
     * @throws ClipFailure where it is not there, or the store is away
     */
    byte[] clip(String alert, String file) throws ClipFailure;

    /** The clean JPEG. */
    byte[] picture(String alert) throws ClipFailure;

    /**
     * How long a stored minute is, in bytes.
     *
     * @throws ClipFailure where it is not there, or the store is away
     */
    long bytes(Segment segment) throws ClipFailure;

    /**
     * A part of a stored minute.
     *
     * @param from first byte, from 0
     * @param length at least 1
     * @throws ClipFailure where it is not there, or the store is away
     */
    byte[] footage(Segment segment, long from, int length) throws ClipFailure;

    @Override
    void close();
}
