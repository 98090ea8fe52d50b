package io.kakou.analysis.lift;

import java.util.concurrent.CompletableFuture;

/**
 * The way to one controller. Nothing here blocks; what fails does with a {@link DoorFailure}, by the command's expiry at the
 * latest, and nothing of a failed command reaches the controller after it.
 */
public interface Door extends AutoCloseable {
    /** Holds, then reads back. Where the controller knows a higher generation nothing was asked, and the answer has it. */
    CompletableFuture<Answer> hold(Hold hold);

    /** Has it said, where the controller or a speaker can; else does nothing. */
    CompletableFuture<Void> say(Say say);

    /** Reads alone. */
    CompletableFuture<Answer> look();

    /** Takes a hold back that does not end by itself: for whoever tests a controller, and for nobody else. */
    CompletableFuture<Void> letGo();

    /** Does not wait. */
    @Override
    void close();
}
