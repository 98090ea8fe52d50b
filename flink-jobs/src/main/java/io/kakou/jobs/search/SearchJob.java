package io.kakou.jobs.search;

import io.kakou.events.Finding;
import io.kakou.events.Topic;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.Log;
import io.kakou.jobs.log.LogRecord;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Passings become findings of the searches that are open. A job of its own: what goes wrong here holds no alert up. */
public final class SearchJob {
    public static final String NAME = "search";

    private SearchJob() {}

    /**
     * Where its records come from.
     *
     * @param camerasEnd one past the newest record of each partition of the cameras when the job starts
     */
    public record Sources(
            Source<LogRecord, ?, ?> sightings,
            Source<LogRecord, ?, ?> searches,
            Source<LogRecord, ?, ?> cameras,
            Source<LogRecord, ?, ?> registry,
            Map<Integer, Long> camerasEnd) {}

    /** Where its records go. */
    public record Sinks(Sink<Finding> findings, Sink<DeadLetter> dead) {}

    /** Its sources on the log; reads the cameras once to know their end. */
    public static Sources from(Log log) {
        return new Sources(
                log.source(Topic.SIGHTINGS),
                log.source(Topic.SEARCHES),
                log.source(Topic.CAMERAS),
                log.source(Topic.REGISTRY),
                log.end(Topic.CAMERAS));
    }

    /** Its sinks on the log. */
    public static Sinks to(Log log) {
        return new Sinks(log.sink(Topic.FINDINGS, Finding::search), log.dead());
    }

    /** Lays the job into the flow; nothing runs before the flow is executed. */
    public static void build(StreamExecutionEnvironment flow, Sources sources, Sinks sinks) {
        SingleOutputStreamOperator<Known> known = flow.fromSource(
                        sources.searches(), WatermarkStrategy.noWatermarks(), "searches")
                .uid("searches")
                .setParallelism(1)
                .union(
                        flow.fromSource(sources.cameras(), WatermarkStrategy.noWatermarks(), "search-cameras")
                                .uid("search-cameras")
                                .setParallelism(1),
                        flow.fromSource(sources.registry(), WatermarkStrategy.noWatermarks(), "search-registry")
                                .uid("search-registry")
                                .setParallelism(1))
                .process(new ReadKnown())
                .uid("read-known")
                .name("read what is known")
                .setParallelism(1);
        SingleOutputStreamOperator<Passed> passed = flow.fromSource(
                        sources.sightings(), WatermarkStrategy.noWatermarks(), "sightings")
                .uid("sightings")
                .process(new ReadSightings())
                .uid("read-sightings")
                .name("read sightings");
        SingleOutputStreamOperator<Finding> findings = passed.keyBy(
                        each -> each.seen().camera())
                .connect(known.broadcast(MatchSightings.KNOWN, MatchSightings.READ))
                .process(new MatchSightings(sources.camerasEnd()))
                .uid("match-sightings")
                .name("match sightings");
        findings.sinkTo(sinks.findings()).uid("findings").name("findings");
        passed.getSideOutput(DeadLetter.SIDE)
                .union(known.getSideOutput(DeadLetter.SIDE), findings.getSideOutput(DeadLetter.SIDE))
                .sinkTo(sinks.dead())
                .uid("search-dead")
                .name("dead letters");
    }
}
