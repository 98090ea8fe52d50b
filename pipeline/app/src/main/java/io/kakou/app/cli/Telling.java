package io.kakou.app.cli;

import io.kakou.analysis.watch.Judged;
import io.kakou.app.cli.end.Stopper;
import io.kakou.app.thin.ThinLine;
import io.kakou.console.text.RoomBoard;
import io.kakou.console.text.RoomNames;
import io.kakou.events.Area;
import io.kakou.events.Incident;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;

/** Tells people what passes on a thin line: incidents on standard output, everything else on standard error. */
final class Telling implements ThinLine.Listener {
    private final PrintWriter err;
    private final RoomBoard board;
    private final Consumer<Incident> after;
    private final Stopper stopper;
    private volatile boolean failed;

    /** @param after called with each incident once it has been told */
    Telling(CommandLine line, List<Area> areas, Stopper stopper, Consumer<Incident> after) {
        this.err = line.getErr();
        this.board = new RoomBoard(line.getOut()::println, ZoneId.systemDefault(), new RoomNames(areas));
        this.stopper = stopper;
        this.after = after;
    }

    /** Where a line's temporary folder goes. */
    static Path scratch() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    boolean hasFailed() {
        return failed;
    }

    @Override
    public void step(String what) {
        err.println("kakou: " + what + " …");
    }

    @Override
    public void camera(String camera, String state) {
        err.println("kakou: " + (state.startsWith(camera) ? state : camera + ": " + state));
    }

    @Override
    public void judged(String camera, Judged judged) {
        judged.judgement()
                .alerts()
                .forEach(alert -> err.println("kakou: " + camera + ": " + alert.kind() + " " + alert.phase()
                        + " (alert " + alert.id() + ")"));
    }

    @Override
    public void incident(Incident incident) {
        board.show(incident);
        after.accept(incident);
    }

    @Override
    public void broken(Throwable why) {
        err.println("kakou: " + why.getMessage());
        failed = true;
        stopper.stop();
    }
}
