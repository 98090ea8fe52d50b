package io.kakou.console.clips;

import java.util.Collection;

/** Pictures of those who may be a child that is searched for; kept as long as the search. */
public interface SearchPictures extends AutoCloseable {
    /**
     * A picture that was kept.
     *
     * @throws ClipFailure where it is not there, or the store is away
     */
    byte[] picture(String search, String sighting) throws ClipFailure;

    /**
     * Takes all pictures of other searches away for good.
     *
     * @return how many went
     * @throws ClipFailure where the store is away; it is to be tried again
     */
    int keepOnly(Collection<String> searches) throws ClipFailure;

    @Override
    void close();
}
