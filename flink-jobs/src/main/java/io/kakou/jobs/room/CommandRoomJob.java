package io.kakou.jobs.room;

import io.kakou.events.Incident;
import io.kakou.events.LiftTally;
import io.kakou.events.Notice;
import io.kakou.events.Situation;
import io.kakou.events.Topic;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.Log;
import io.kakou.jobs.log.LogRecord;
import io.kakou.jobs.room.announce.Announce;
import io.kakou.jobs.room.announce.AtSeat;
import io.kakou.jobs.room.announce.ForSeats;
import io.kakou.jobs.room.announce.ReadSeatRules;
import io.kakou.jobs.room.announce.SeatRule;
import io.kakou.jobs.room.incident.FollowIncidents;
import io.kakou.jobs.room.incident.Happening;
import io.kakou.jobs.room.incident.ReadActions;
import io.kakou.jobs.room.lift.LiftEntry;
import io.kakou.jobs.room.lift.LiftNews;
import io.kakou.jobs.room.lift.ReadLiftStates;
import io.kakou.jobs.room.lift.ReadLifts;
import io.kakou.jobs.room.lift.SuperviseLifts;
import io.kakou.jobs.room.place.Arrival;
import io.kakou.jobs.room.place.FindRoom;
import io.kakou.jobs.room.place.ReadRegistry;
import io.kakou.jobs.room.place.RegistryEntry;
import io.kakou.jobs.room.place.RegistryState;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Alerts become incidents: repeated ones are dropped, each finds the room that answers for its place, and those of one
 * event are one incident. What people do with it moves it on, and a clock tells what was not done in time. Each seat is told
 * no more than a person can answer.
 */
public record CommandRoomJob(RoomSettings settings) {
    public static final String NAME = "command-room";

    private static final Duration UNORDERED = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofSeconds(10);

    /**
     * Where its records come from.
     *
     * @param registryEnd one past the newest record of each partition of the registry when the job starts
     * @param actionsEnd the same of the actions
     */
    public record Sources(
            Source<LogRecord, ?, ?> alerts,
            Source<LogRecord, ?, ?> registry,
            Source<LogRecord, ?, ?> actions,
            Source<LogRecord, ?, ?> lifts,
            Map<Integer, Long> registryEnd,
            Map<Integer, Long> actionsEnd) {}

    /** Where its records go. */
    public record Sinks(
            Sink<Incident> incidents,
            Sink<Notice> notices,
            Sink<Situation> situations,
            Sink<LiftTally> tallies,
            Sink<DeadLetter> dead) {}

    /** Its sources on the log; reads the registry once to know its end. */
    public static Sources from(Log log) {
        return new Sources(
                log.source(Topic.ALERTS),
                log.source(Topic.REGISTRY),
                log.source(Topic.ACTIONS),
                log.source(Topic.LIFTS),
                log.end(Topic.REGISTRY),
                log.written(Topic.ACTIONS));
    }

    /** Its sinks on the log. */
    public static Sinks to(Log log) {
        return new Sinks(
                log.sink(Topic.INCIDENTS, Incident::id),
                log.sink(Topic.NOTICES, Notice::room),
                log.sink(Topic.SITUATIONS, Situation::key),
                log.sink(Topic.LIFT_TALLIES, LiftTally::lift),
                log.dead());
    }

    /** Lays the job into the flow; nothing runs before the flow is executed. */
    public void build(StreamExecutionEnvironment flow, Sources sources, Sinks sinks) {
        SingleOutputStreamOperator<Arrival> alerts = flow.fromSource(sources.alerts(), loggedTime(), "alerts")
                .uid("alerts")
                .process(new ReadAlerts())
                .uid("read-alerts")
                .name("read alerts");
        DataStream<LogRecord> registryLog = flow.fromSource(sources.registry(), Timeless.strategy(), "registry")
                .uid("registry")
                .setParallelism(1);
        SingleOutputStreamOperator<RegistryEntry> registry = registryLog
                .process(new ReadRegistry())
                .uid("read-registry")
                .name("read registry")
                .setParallelism(1);
        SingleOutputStreamOperator<Happening> actions = flow.fromSource(
                        sources.actions(), Timeless.strategy(), "actions")
                .uid("actions")
                .process(new ReadActions())
                .uid("read-actions")
                .name("read actions");

        SingleOutputStreamOperator<Arrival> fresh = alerts.keyBy(
                        arrival -> arrival.alert().camera())
                .process(new DropRepeats(settings))
                .uid("drop-repeats")
                .name("drop repeats");
        SingleOutputStreamOperator<Incident> incidents = supervise(fresh, registryLog, sources, sinks)
                .keyBy(arrival -> arrival.alert().camera())
                .connect(registry.broadcast(RegistryState.all()))
                .process(new FindRoom(sources.registryEnd(), settings.borderMetres()))
                .uid("find-room")
                .name("find room")
                .map(Happening::of)
                .uid("routed")
                .name("routed")
                .union(actions)
                .keyBy(Happening::mergeKey)
                .connect(actions.getSideOutput(ReadActions.READ).broadcast(FollowIncidents.READ))
                .process(new FollowIncidents(settings.keeping(), sources.actionsEnd()))
                .uid("follow-incidents")
                .name("follow incidents");
        incidents.sinkTo(sinks.incidents()).uid("incidents").name("incidents");
        SingleOutputStreamOperator<SeatRule> seatRules = announce(incidents, registryLog, sinks);

        alerts.getSideOutput(DeadLetter.SIDE)
                .union(
                        registry.getSideOutput(DeadLetter.SIDE),
                        seatRules.getSideOutput(DeadLetter.SIDE),
                        actions.getSideOutput(DeadLetter.SIDE),
                        incidents.getSideOutput(DeadLetter.SIDE))
                .sinkTo(sinks.dead())
                .uid("dead")
                .name("dead letters");
    }

    /** Of lifts whose doors are held a room hears only what it must; what cannot be read of them leaves on the way. */
    private static DataStream<Arrival> supervise(
            DataStream<Arrival> alerts, DataStream<LogRecord> registryLog, Sources sources, Sinks sinks) {
        SingleOutputStreamOperator<LiftEntry> lifts = registryLog
                .process(new ReadLifts())
                .uid("read-lifts")
                .name("read lifts")
                .setParallelism(1);
        SingleOutputStreamOperator<LiftNews> states = alerts.getExecutionEnvironment()
                .fromSource(sources.lifts(), Timeless.strategy(), "lifts")
                .uid("lifts")
                .process(new ReadLiftStates())
                .uid("read-lift-states")
                .name("read lift states");
        SingleOutputStreamOperator<Arrival> supervised = alerts.map(LiftNews::of)
                .uid("lift-news")
                .name("lift news")
                .union(states)
                .keyBy(LiftNews::camera)
                .connect(lifts.broadcast(SuperviseLifts.LIFTS, SuperviseLifts.READ))
                .process(new SuperviseLifts(sources.registryEnd()))
                .uid("supervise-lifts")
                .name("supervise lifts");
        supervised
                .getSideOutput(SuperviseLifts.TALLIES)
                .sinkTo(sinks.tallies())
                .uid("lift-tallies")
                .name("lift tallies");
        supervised
                .getSideOutput(DeadLetter.SIDE)
                .union(lifts.getSideOutput(DeadLetter.SIDE), states.getSideOutput(DeadLetter.SIDE))
                .sinkTo(sinks.dead())
                .uid("dead-lifts")
                .name("dead letters of lifts");
        return supervised;
    }

    /** Incidents to each room's seat; returns what reads the registry for it. */
    private SingleOutputStreamOperator<SeatRule> announce(
            DataStream<Incident> incidents, DataStream<LogRecord> registryLog, Sinks sinks) {
        SingleOutputStreamOperator<SeatRule> rules = registryLog
                .process(new ReadSeatRules())
                .uid("read-seat-rules")
                .name("read seat rules")
                .setParallelism(1);
        SingleOutputStreamOperator<Notice> notices = incidents
                .flatMap(new ForSeats())
                .uid("for-seats")
                .name("for seats")
                .union(rules.getSideOutput(ReadSeatRules.SHELVES))
                .keyBy(AtSeat::room)
                .connect(rules.broadcast(Announce.BUDGETS, Announce.MUTES))
                .process(new Announce(settings.openSeconds()))
                .uid("announce")
                .name("announce");
        notices.sinkTo(sinks.notices()).uid("notices").name("notices");
        notices.getSideOutput(Announce.SITUATIONS)
                .sinkTo(sinks.situations())
                .uid("situations")
                .name("situations");
        return rules;
    }

    /** Only forgetting follows this time, so lateness costs nothing but a minute of memory. */
    private static WatermarkStrategy<LogRecord> loggedTime() {
        return WatermarkStrategy.<LogRecord>forBoundedOutOfOrderness(UNORDERED)
                .withTimestampAssigner((record, source) -> record.loggedAt())
                .withIdleness(IDLE);
    }
}
