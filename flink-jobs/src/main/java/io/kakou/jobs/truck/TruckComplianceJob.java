package io.kakou.jobs.truck;

import io.kakou.events.Alert;
import io.kakou.events.Sighting;
import io.kakou.events.Topic;
import io.kakou.events.truck.TruckPosition;
import io.kakou.events.truck.TruckVerdict;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.Log;
import io.kakou.jobs.log.LogRecord;
import io.kakou.jobs.room.Timeless;
import io.kakou.jobs.truck.follow.AtCamera;
import io.kakou.jobs.truck.follow.FindTruck;
import io.kakou.jobs.truck.follow.FollowRides;
import io.kakou.jobs.truck.follow.FollowTruck;
import io.kakou.jobs.truck.follow.OnBoard;
import io.kakou.jobs.truck.follow.PaperEntry;
import io.kakou.jobs.truck.follow.PapersState;
import io.kakou.jobs.truck.follow.TruckEvent;
import io.kakou.jobs.truck.rule.Judged;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Trucks that were seen are held against the papers: permits, registered gates, routes and hours as of the time at which they were seen.
 * What no paper allows is a case for the enforcement seat; what nobody can know is told as unknown.
 */
public record TruckComplianceJob(TruckSettings settings) {
    public static final String NAME = "truck-compliance";

    private static final Duration UNORDERED = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofSeconds(10);

    /**
     * Where its records come from.
     *
     * @param registryEnd one past the newest record of each partition of the registry when the job starts
     * @param camerasEnd the same of the cameras
     */
    public record Sources(
            Source<LogRecord, ?, ?> sightings,
            Source<LogRecord, ?, ?> alerts,
            Source<LogRecord, ?, ?> positions,
            Source<LogRecord, ?, ?> registry,
            Source<LogRecord, ?, ?> cameras,
            Map<Integer, Long> registryEnd,
            Map<Integer, Long> camerasEnd) {
        Map<String, Long> papersEnd() {
            Map<String, Long> end = new HashMap<>();
            registryEnd.forEach((part, next) -> end.put(PaperEntry.part(Topic.REGISTRY.topicName(), part), next));
            camerasEnd.forEach((part, next) -> end.put(PaperEntry.part(Topic.CAMERAS.topicName(), part), next));
            return end;
        }
    }

    /** Where its records go. */
    public record Sinks(
            Sink<TruckVerdict> verdicts, Sink<TruckVerdict> cases, Sink<Alert> alerts, Sink<DeadLetter> dead) {}

    /** Its sources on the log; reads the registry and the cameras once to know their ends. */
    public static Sources from(Log log) {
        return new Sources(
                log.source(Topic.SIGHTINGS),
                log.source(Topic.ALERTS),
                log.source(Topic.POSITIONS),
                log.source(Topic.REGISTRY),
                log.source(Topic.CAMERAS),
                log.end(Topic.REGISTRY),
                log.end(Topic.CAMERAS));
    }

    /** Its sinks on the log. */
    public static Sinks to(Log log) {
        return new Sinks(
                log.sink(Topic.TRUCK_VERDICTS, TruckVerdict::key),
                log.sink(Topic.TRUCK_CASES, TruckVerdict::key),
                log.sink(Topic.ALERTS, Alert::camera),
                log.dead());
    }

    /** Lays the job into the flow; nothing runs before the flow is executed. */
    public void build(StreamExecutionEnvironment flow, Sources sources, Sinks sinks) {
        SingleOutputStreamOperator<PaperEntry> papers = papers(flow, sources);
        BroadcastStream<PaperEntry> told = papers.broadcast(PapersState.all());
        SingleOutputStreamOperator<AtCamera> sightings = flow.fromSource(sources.sightings(), loggedTime(), "sightings")
                .uid("sightings")
                .filter(new OfVehicles())
                .uid("vehicles")
                .name("vehicles")
                .process(new Intake<>(Sighting.class, settings, Sighting::at, AtCamera::of))
                .returns(TypeInformation.of(AtCamera.class))
                .uid("read-sightings")
                .name("read sightings");
        DataStream<AtCamera> alerts = flow.fromSource(sources.alerts(), loggedTime(), "alerts")
                .uid("alerts")
                .flatMap(new TruckAlerts())
                .uid("truck-alerts")
                .name("truck alerts");
        SingleOutputStreamOperator<OnBoard> positions = flow.fromSource(sources.positions(), loggedTime(), "positions")
                .uid("positions")
                .process(new Intake<>(
                        TruckPosition.class,
                        settings,
                        TruckPosition::at,
                        (position, record) -> new OnBoard(position, record.loggedAt())))
                .returns(TypeInformation.of(OnBoard.class))
                .uid("read-positions")
                .name("read positions");

        SingleOutputStreamOperator<TruckEvent> found = sightings
                .union(alerts)
                .keyBy(AtCamera::camera)
                .connect(told)
                .process(new FindTruck(sources.papersEnd()))
                .uid("find-truck")
                .name("find truck");
        DataStream<TruckEvent> rides = positions
                .keyBy(each -> each.position().plate())
                .connect(told)
                .process(new FollowRides(sources.papersEnd(), settings.keepMillis()))
                .uid("follow-rides")
                .name("follow rides");
        DataStream<Judged> judged = found.union(rides)
                .keyBy(TruckEvent::plate)
                .connect(told)
                .process(new FollowTruck(
                        settings.rule(),
                        sources.papersEnd(),
                        settings.keepMillis(),
                        settings.caseMillis(),
                        settings.futureMillis()))
                .uid("follow-truck")
                .name("follow truck")
                .union(found.getSideOutput(FindTruck.UNREAD));
        tell(judged, sinks);

        papers.getSideOutput(DeadLetter.SIDE)
                .union(
                        sightings.getSideOutput(DeadLetter.SIDE),
                        positions.getSideOutput(DeadLetter.SIDE),
                        found.getSideOutput(DeadLetter.SIDE))
                .sinkTo(sinks.dead())
                .uid("dead")
                .name("dead letters");
    }

    private static SingleOutputStreamOperator<PaperEntry> papers(StreamExecutionEnvironment flow, Sources sources) {
        DataStream<LogRecord> registry = flow.fromSource(sources.registry(), Timeless.strategy(), "registry")
                .uid("registry")
                .setParallelism(1);
        DataStream<LogRecord> cameras = flow.fromSource(sources.cameras(), Timeless.strategy(), "cameras")
                .uid("cameras")
                .setParallelism(1);
        return registry.union(cameras)
                .process(new ReadPapers())
                .uid("read-papers")
                .name("read papers")
                .setParallelism(1);
    }

    private static void tell(DataStream<Judged> judged, Sinks sinks) {
        DataStream<TruckVerdict> verdicts =
                judged.map(Judged::verdict).uid("verdicts").name("verdicts");
        verdicts.sinkTo(sinks.verdicts()).uid("truck-verdicts").name("truck verdicts");
        verdicts.filter(TruckVerdict::isCase)
                .uid("cases")
                .name("cases")
                .sinkTo(sinks.cases())
                .uid("truck-cases")
                .name("truck cases");
        judged.flatMap(new ToAlert())
                .uid("to-alert")
                .name("to alert")
                .sinkTo(sinks.alerts())
                .uid("truck-alerts-raised")
                .name("alerts raised");
    }

    /** Only forgetting, and who tipped, follow this time, so lateness costs nothing but a minute of memory. */
    private static WatermarkStrategy<LogRecord> loggedTime() {
        return WatermarkStrategy.<LogRecord>forBoundedOutOfOrderness(UNORDERED)
                .withTimestampAssigner((record, source) -> record.loggedAt())
                .withIdleness(IDLE);
    }
}
