package io.kakou.console.api;

import io.kakou.console.call.Caller;
import io.kakou.console.call.Reply;
import io.kakou.console.feed.EventStream;
import io.kakou.console.feed.Moment;
import io.kakou.console.incidents.Page;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.seat.Notices;
import io.kakou.console.seat.Seats;
import io.kakou.console.seat.Situations;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** What one page is told: its incidents, its cameras, what is watched. It asks each time who is reading. */
final class PageReader implements EventStream.Reader {
    private static final int BATCH = 50;
    private static final int MOST_NOTICES = 200;
    private static final double PING_SECONDS = 5;

    private final Services services;
    private final IncidentApi incidents;
    private final CameraApi cameras;
    private final SeatApi seats;
    private final WatchNews news;
    private final WorkerExecutor workers;
    private final Supplier<Caller> who;
    private long cursor;
    private long changes;
    private String watch = "";
    private Instant pinged = Instant.EPOCH;

    /**
     * A reader.
     *
     * @param who the caller as the session stands now; refuses where it has ended
     */
    PageReader(Services services, WorkerExecutor workers, Supplier<Caller> who, long cursor) {
        this.services = services;
        this.incidents = new IncidentApi(services);
        this.cameras = new CameraApi(services);
        this.seats = new SeatApi(services);
        this.news = new WatchNews(services);
        this.workers = workers;
        this.who = who;
        this.cursor = cursor;
    }

    @Override
    public <T> Future<T> off(Callable<T> work) {
        return workers.executeBlocking(work, false);
    }

    @Override
    public Moment next() throws EventStream.Ended {
        Caller caller = caller();
        List<String> events = new ArrayList<>();
        Page page = services.room().incidents().changedSince(cursor, BATCH, caller.scope());
        for (JsonObject each : incidents.shown(page.incidents())) {
            events.add(event("incident", each));
        }
        long reached = addSeat(events, page, caller);
        if (reached > cursor && !events.isEmpty()) {
            cursor = reached;
            events.set(events.size() - 1, "id: " + cursor + "\n" + events.get(events.size() - 1));
        }
        if (!events.isEmpty()) {
            // Before the states of a whole street are gathered: a room waits for this.
            return new Moment(events, cursor, true);
        }
        addStates(events, caller);
        return new Moment(events, cursor, false);
    }

    /**
     * What the seat is told beside the incidents, behind them, so that a page knows of what it hears.
     *
     * @return up to where all has been told: what lies behind comes next, some of it a second time
     */
    private long addSeat(List<String> events, Page page, Caller caller) {
        boolean isFull = page.incidents().size() >= BATCH;
        long upTo = isFull ? page.cursor() : Long.MAX_VALUE;
        Set<String> rooms = seats.rooms(caller);
        Seats told = services.room().seats();
        Notices.Page notices = told.notices().toldSince(cursor, upTo, MOST_NOTICES, caller.scope(), rooms);
        notices.notices().forEach(notice -> events.add(event("notice", Reply.record(notice))));
        Situations.Page situations = told.situations().changedSince(cursor, caller.scope(), rooms);
        situations.situations().forEach(each -> events.add(event("situation", seats.shown(each))));
        if (notices.notices().size() >= MOST_NOTICES) {
            return notices.cursor();
        }
        return isFull ? page.cursor() : Math.max(page.cursor(), Math.max(notices.cursor(), situations.cursor()));
    }

    private void addStates(List<String> events, Caller caller) {
        long now = services.street().states().changes();
        if (now > changes) {
            events.addAll(cameras.events(services.street().states().changedSince(changes), caller));
            changes = now;
        }
        events.addAll(news.changes(caller));
        Instant at = services.clock().instant();
        if (at.toEpochMilli() - pinged.toEpochMilli() >= PING_SECONDS * 1000) {
            pinged = at;
            JsonObject board = Reply.record(cameras.board(caller));
            if (!board.encode().equals(watch)) {
                watch = board.encode();
                events.add(event("watch", board));
            }
            events.addAll(news.all(caller));
            events.add(event("ping", new JsonObject().put("at", at.toString()).put("cursor", cursor)));
        }
    }

    private Caller caller() throws EventStream.Ended {
        try {
            return who.get();
        } catch (Refusal e) {
            throw new EventStream.Ended();
        }
    }

    /** One event; JSON in one line needs no splitting. */
    static String event(String name, JsonObject data) {
        return "event: " + name + "\ndata: " + data.encode() + "\n\n";
    }
}
