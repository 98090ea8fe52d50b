package io.kakou.console.clips;

/** What units took a photo of. */
public interface Photos extends AutoCloseable {
    /**
     * Keeps a photo; kept twice it is the same.
     *
     * @throws ClipFailure where the store is away
     */
    void keep(String incident, String photo, byte[] jpeg) throws ClipFailure;

    /**
     * A photo that was kept.
     *
     * @throws ClipFailure where it is not there, or the store is away
     */
    byte[] photo(String incident, String photo) throws ClipFailure;

    @Override
    void close();
}
