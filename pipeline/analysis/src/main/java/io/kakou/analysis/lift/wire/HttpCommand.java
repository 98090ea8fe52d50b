package io.kakou.analysis.lift.wire;

import io.kakou.analysis.lift.Hold;
import io.kakou.analysis.lift.Say;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command as it goes over HTTP.
 *
 * @param command {@code hold-open}, {@code say}, or {@code let-go} from whoever tests a controller
 * @param seconds of a hold, from when it is taken
 * @param expiresAt not to be taken from then on; the receiver says 410 to one that comes later
 * @param generation of the sender; the receiver says 409 with its own to one that is lower
 */
record HttpCommand(
        String command,
        String lift,
        @Nullable Integer seconds,
        @Nullable String text,
        @Nullable Instant expiresAt,
        long generation,
        long number,
        @Nullable String alert) {
    static HttpCommand of(Hold hold) {
        return new HttpCommand(
                "hold-open",
                hold.lift(),
                hold.seconds(),
                null,
                hold.expiresAt(),
                hold.generation(),
                hold.number(),
                hold.alert());
    }

    static HttpCommand of(Say say) {
        return new HttpCommand("say", say.lift(), null, say.text(), say.expiresAt(), say.generation(), 0, say.alert());
    }
}
