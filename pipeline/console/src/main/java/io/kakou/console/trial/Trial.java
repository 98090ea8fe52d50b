package io.kakou.console.trial;

import io.kakou.console.accounts.FirstLogin;
import io.kakou.events.Point;
import java.nio.file.Path;
import java.util.List;

/** What a demonstration adds to a console. */
public interface Trial {
    /** An administrator who comes in without changing the password: nothing here is worth one of their own. */
    FirstLogin login();

    /** Ids of the cameras whose pictures are staged; people are told so. */
    List<String> staged();

    /** Where a camera stands that somebody tries. */
    Point place();

    /** The folder that films are received in, made by whoever asks. */
    Path folder();

    /** The largest film taken, bytes. */
    long mostBytes();

    /**
     * Makes a received film a camera; blocks for as long as it must be converted.
     *
     * @param received in {@link #folder}; gone afterwards, whatever comes of it
     * @throws UnfitFilm where it cannot become one
     */
    TriedFilm take(Path received) throws UnfitFilm;
}
