package io.kakou.jobs.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Topic;
import io.kakou.jobs.JobSettings;
import io.kakou.jobs.log.Log;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class CommandRoomJobTest {
    @Test
    void every_operator_has_the_uid_it_will_have_for_ever() {
        assertThat(graph().getStreamNodes())
                .extracting(StreamNode::getTransformationUID)
                .doesNotContainNull()
                .contains(
                        "alerts",
                        "read-alerts",
                        "registry",
                        "read-registry",
                        "drop-repeats",
                        "find-room",
                        "routed",
                        "actions",
                        "read-actions",
                        "follow-incidents",
                        "incidents",
                        "read-seat-rules",
                        "for-seats",
                        "announce",
                        "notices",
                        "situations",
                        "dead");
    }

    @Test
    void it_becomes_a_job_graph_without_generic_types() {
        assertThat(graph().getJobGraph().getVertices())
                .isNotEmpty()
                .allSatisfy(vertex -> assertThat(vertex.getMaxParallelism()).isEqualTo(128));
    }

    private static StreamGraph graph() {
        StreamExecutionEnvironment flow = StreamExecutionEnvironment.getExecutionEnvironment(
                JobSettings.of(Path.of("target/checkpoints")).toFlink());
        Log log = new Log(Map.of("bootstrap.servers", "127.0.0.1:1"), "test");
        new CommandRoomJob(RoomSettings.DEFAULT)
                .build(
                        flow,
                        new CommandRoomJob.Sources(
                                log.source(Topic.ALERTS),
                                log.source(Topic.REGISTRY),
                                log.source(Topic.ACTIONS),
                                log.source(Topic.LIFTS),
                                Map.of(0, 0L),
                                Map.of()),
                        CommandRoomJob.to(log));
        return flow.getStreamGraph();
    }
}
