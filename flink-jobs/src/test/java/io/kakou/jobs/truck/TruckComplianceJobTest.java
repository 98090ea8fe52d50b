package io.kakou.jobs.truck;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.ClockProfile;
import io.kakou.events.Incident;
import io.kakou.events.Topic;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.TruckPosition;
import io.kakou.events.truck.TruckVerdict;
import io.kakou.events.truck.WorkSite;
import io.kakou.jobs.JobSettings;
import io.kakou.jobs.log.Log;
import io.kakou.jobs.room.place.RoutedAlert;
import io.kakou.jobs.truck.follow.AtCamera;
import io.kakou.jobs.truck.follow.OnBoard;
import io.kakou.jobs.truck.follow.PaperEntry;
import io.kakou.jobs.truck.follow.Passing;
import io.kakou.jobs.truck.follow.Proof;
import io.kakou.jobs.truck.follow.TruckEvent;
import io.kakou.jobs.truck.plate.PlateBelief;
import io.kakou.jobs.truck.rule.CameraPlace;
import io.kakou.jobs.truck.rule.Dossier;
import io.kakou.jobs.truck.rule.Judged;
import io.kakou.jobs.truck.rule.Ride;
import io.kakou.jobs.truck.rule.Seen;
import io.kakou.jobs.truck.rule.TruckRule;
import io.kakou.jobs.truck.rule.TruckRuleSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruckComplianceJobTest {
    private static final SerializerConfigImpl STRICT =
            new SerializerConfigImpl(JobSettings.of(Path.of("unused")).toFlink());

    @Test
    void every_operator_has_the_uid_it_will_have_for_ever() {
        assertThat(graph().getStreamNodes())
                .extracting(StreamNode::getTransformationUID)
                .doesNotContainNull()
                .contains(
                        "sightings",
                        "vehicles",
                        "read-sightings",
                        "alerts",
                        "truck-alerts",
                        "positions",
                        "read-positions",
                        "registry",
                        "cameras",
                        "read-papers",
                        "find-truck",
                        "follow-rides",
                        "follow-truck",
                        "verdicts",
                        "truck-verdicts",
                        "cases",
                        "truck-cases",
                        "to-alert",
                        "truck-alerts-raised",
                        "dead");
    }

    @Test
    void it_becomes_a_job_graph_without_generic_types() {
        assertThat(graph().getJobGraph().getVertices())
                .isNotEmpty()
                .allSatisfy(vertex -> assertThat(vertex.getMaxParallelism()).isEqualTo(128));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                TruckPermit.class,
                WorkSite.class,
                TruckPosition.class,
                TruckVerdict.class,
                AtCamera.class,
                OnBoard.class,
                PaperEntry.class,
                CameraPlace.class,
                Passing.class,
                Proof.class,
                TruckEvent.class,
                Seen.class,
                Dossier.class,
                Ride.class,
                Judged.class
            })
    void every_record_on_the_way_has_a_serializer_of_its_own(Class<?> type) {
        assertThat(TypeInformation.of(type).createSerializer(STRICT)).isNotNull();
    }

    @Test
    void a_violation_raises_an_alert_that_is_merged_by_plate_and_released_with_the_reason() throws Exception {
        TruckRule rule = new TruckRule(TruckRuleSettings.DEFAULT);
        var papers = Trucks.known();
        var sighting = Trucks.sighting("gate-site-1", 1, Trucks.NIGHT, "苏E99876", 1);
        Seen seen = new Seen(
                "s1",
                "gate-site-1",
                Trucks.SITE,
                Trucks.NIGHT,
                new PlateBelief().weigh(sighting, papers.plates()),
                true,
                sighting.vehicle(),
                "w1",
                4);
        TruckRule.Step raised = rule.judge(Dossier.of("苏E99876").with(seen), papers, Trucks.NIGHT);
        papers.put(Trucks.permit("p9", "苏E99876", "site-1"));
        TruckRule.Step released = rule.judge(raised.dossier(), papers, Trucks.NIGHT.plusSeconds(60));
        List<Alert> alerts = new ArrayList<>();
        for (Judged each : List.of(raised.verdicts().get(0), released.verdicts().get(0))) {
            new ToAlert().flatMap(each, new ListCollector<>(alerts));
        }

        assertThat(alerts).extracting(Alert::phase).containsExactly(AlertPhase.RAISED, AlertPhase.RELEASED);
        assertThat(alerts).extracting(Alert::id).containsOnly(alerts.get(0).id());
        assertThat(alerts.get(0).subject()).isEqualTo("苏E99876");
        assertThat(alerts.get(0).generation()).isEqualTo(4);
        assertThat(alerts.get(1).note()).contains("NO_PERMIT withdrawn", "PERMITTED, permit p9");
        RoutedAlert routed = new RoutedAlert(alerts.get(0), 1, null, Incident.NO_ROOM, ClockProfile.DEFAULT);
        assertThat(routed.mergeKey()).matches("truck~[0-9a-f]{32}~MUCK_TRUCK");
    }

    private static StreamGraph graph() {
        StreamExecutionEnvironment flow = StreamExecutionEnvironment.getExecutionEnvironment(
                JobSettings.of(Path.of("target/checkpoints")).toFlink());
        Log log = new Log(Map.of("bootstrap.servers", "127.0.0.1:1"), "test");
        new TruckComplianceJob(TruckSettings.DEFAULT)
                .build(
                        flow,
                        new TruckComplianceJob.Sources(
                                log.source(Topic.SIGHTINGS),
                                log.source(Topic.ALERTS),
                                log.source(Topic.POSITIONS),
                                log.source(Topic.REGISTRY),
                                log.source(Topic.CAMERAS),
                                Map.of(0, 0L),
                                Map.of(0, 0L)),
                        TruckComplianceJob.to(log));
        return flow.getStreamGraph();
    }
}
