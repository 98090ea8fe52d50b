package io.kakou.app.cli;

import io.kakou.app.cli.end.Stopper;
import io.kakou.app.staged.ConsoleVisit;
import io.kakou.app.staged.Demonstration;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The demonstration's event on its way to the page, as somebody who signs in there sees it.
 *
 * @param page its address, once it is served
 */
record StagedEvent(
        Demonstration demonstration, CompletableFuture<String> page, ToldOfProcesses people, Stopper stopper) {
    private static final double PATIENCE_SECONDS = 180;
    private static final double ASK_AGAIN_SECONDS = 0.5;

    /** Something that may be there by now. */
    private interface Look {
        Optional<String> now() throws IOException, InterruptedException;
    }

    /** Whether it becomes an incident on the page whose clip can be played; people are told of each step. */
    boolean comesThrough() throws IOException, InterruptedException {
        // Not from the launcher's start: the first one builds.
        double until = people.seconds() + PATIENCE_SECONDS;
        Optional<String> address = await("the page", until, () -> Optional.ofNullable(page.getNow(null)));
        if (address.isEmpty()) {
            return false;
        }
        ConsoleVisit visit = new ConsoleVisit(address.get());
        visit.signIn(demonstration.user(), demonstration.password());
        String camera = Demonstration.eventful();
        Optional<String> alert = await("an incident of camera " + camera, until, () -> visit.alert(camera));
        if (alert.isEmpty()) {
            return false;
        }
        people.sayAfter("the first alert is on the room's page");
        Look clip = () -> visit.clipPlays(alert.get()) ? alert : Optional.empty();
        boolean plays = await("the clip of alert " + alert.get(), until, clip).isPresent();
        if (plays) {
            people.sayAfter("its clip can be played");
        }
        return plays;
    }

    /**
     * Empty where it is not there in time, or it is time to stop.
     *
     * @param until on the clock of {@link ToldOfProcesses#seconds}
     */
    private Optional<String> await(String what, double until, Look look) throws IOException, InterruptedException {
        Optional<String> there = look.now();
        while (there.isEmpty() && people.seconds() < until && !stopper.await(ASK_AGAIN_SECONDS)) {
            there = look.now();
        }
        if (there.isEmpty()) {
            people.say("not there after " + Math.round(people.seconds()) + " s: " + what);
        }
        return there;
    }
}
