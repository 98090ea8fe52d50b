package io.kakou.app.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.StagedLift;
import io.kakou.app.cli.KakouCommand;
import io.kakou.app.process.Supervisor;
import io.kakou.app.serve.ServedFile;
import io.kakou.app.services.Outside;
import io.kakou.app.settings.RunSettings;
import io.kakou.events.Alert;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything as {@code kakou run} starts it, with a camera served on loopback. */
class InstallationTest {
    private static final long PATIENCE_SECONDS = 90;

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();

    @Test
    void every_alert_on_the_disk_arrives_and_all_listens_on_loopback() throws Exception {
        Path clip = StagedLift.clip();
        try (RtspLoops loops = new RtspLoops(1, InstantSource.system());
                RtspServer server = new RtspServer(
                        loops, ServerSettings.defaults().withPort(0), Map.of("lift", ServedFile.of(clip)))) {
            loops.start();
            server.start();
            try (Installation installation = new Installation(settings(server.url("lift")), heard)) {
                assertThat(installation.start()).isEmpty();
                heard.awaitAlert();
                Deployment deployment = Deployment.read(folder.resolve("d/run/deployment.json"));
                assertThat(health(deployment)).contains("\"camera\":\"lift-7\"");
                assertThat(new OpenPorts(deployment, folder.resolve("d/run")).check())
                        .containsExactly("console", "controller", "database", "door", "flink", "log", "store");
                assertThat(alertsOnTheLog(deployment)).containsAll(heard.alerts);
                assertThat(judgedAgain()).contains("agrees, bit for bit").contains("is what was stored at");
            }
        }
    }

    /** By the command, beside the running installation. On a busy machine an alert goes out before its bundle is stored. */
    private String judgedAgain() {
        String id = heard.alerts.iterator().next().split(" ", 2)[0];
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int unreadable = 2;
        int code = unreadable;
        while (code == unreadable && System.nanoTime() < until) {
            code = KakouCommand.run(
                    new PrintWriter(out, true),
                    new PrintWriter(err, true),
                    "replay",
                    "--alert",
                    id,
                    "--data",
                    folder.resolve("d").toString());
        }
        assertThat(code).as(out + "\n" + err).isZero();
        return out.toString();
    }

    private RunSettings settings(String url) throws Exception {
        Path cameras = folder.resolve("cameras.yml");
        Files.writeString(
                cameras,
                "- {id: lift-7, kind: LIFT, subStream: \"" + url + "\", watched: [EBIKE_IN_LIFT]}\n"
                        + "- {id: nobody, kind: LIFT, subStream: \"rtsp://127.0.0.1:1/x\", watched: [EBIKE_IN_LIFT]}\n"
                        + "- {id: no-address, kind: LIFT, watched: [EBIKE_IN_LIFT]}\n");
        RunSettings plain = RunSettings.defaults(folder);
        return new RunSettings(
                folder.resolve("d"),
                new RunSettings.Console("127.0.0.1", 0),
                plain.heaps(),
                1,
                new RunSettings.Seed(null, cameras),
                Outside.NOTHING);
    }

    private static String health(Deployment deployment) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(deployment.doorUrl() + "/health"))
                .header("Authorization", "Bearer " + deployment.secrets().doorToken())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Reads on until all that was acknowledged is there, or the time is over. */
    private Set<String> alertsOnTheLog(Deployment deployment) throws Exception {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        Map<String, Object> clients = new HashMap<>(deployment.logClients());
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(clients, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var all = consumer.partitionsFor(Topic.ALERTS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            while (!ids.containsAll(heard.alerts) && System.nanoTime() < until) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    Alert alert = Json.read(Alert.class, record.value());
                    assertThat(alert.worker()).isEqualTo("analysis-1");
                    assertThat(alert.generation()).isPositive();
                    ids.add(alert.id() + ' ' + alert.phase());
                }
            }
        }
        return ids;
    }

    private static final class Heard implements Supervisor.Listener {
        private final BlockingQueue<String> fresh = new LinkedBlockingQueue<>();
        /** Id and phase of each that the analysis process said is on its disk. */
        private final Set<String> alerts = ConcurrentHashMap.newKeySet();

        @Override
        public void ready(String child, String detail) {
            System.out.println(child + " is ready");
        }

        @Override
        public void said(String child, String line) {
            System.out.println(child + ": " + line);
            if (line.startsWith("alert ")) {
                String[] words = line.split(" ", 4);
                alerts.add(words[1] + ' ' + words[2]);
                fresh.add(line);
            }
        }

        @Override
        public void died(String child, int exit, double retrySeconds) {
            System.out.println(child + " died " + exit);
        }

        void awaitAlert() throws InterruptedException {
            fresh.clear();
            assertThat(fresh.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("an alert within %d s", PATIENCE_SECONDS)
                    .isNotNull();
        }
    }
}
