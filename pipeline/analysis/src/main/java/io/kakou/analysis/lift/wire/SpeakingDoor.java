package io.kakou.analysis.lift.wire;

import io.kakou.analysis.lift.Answer;
import io.kakou.analysis.lift.Door;
import io.kakou.analysis.lift.Hold;
import io.kakou.analysis.lift.Say;
import java.util.concurrent.CompletableFuture;

/** A controller with a speaker of its own beside it. */
record SpeakingDoor(Door door, Door speaker) implements Door {
    @Override
    public CompletableFuture<Answer> hold(Hold hold) {
        return door.hold(hold);
    }

    @Override
    public CompletableFuture<Void> say(Say say) {
        return speaker.say(say);
    }

    @Override
    public CompletableFuture<Answer> look() {
        return door.look();
    }

    @Override
    public CompletableFuture<Void> letGo() {
        return door.letGo();
    }

    @Override
    public void close() {
        door.close();
        speaker.close();
    }
}
