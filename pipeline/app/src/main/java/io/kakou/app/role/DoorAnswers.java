package io.kakou.app.role;

import io.kakou.analysis.look.StreetPlanner.Sharing;
import io.kakou.analysis.record.FootageStatus;
import io.kakou.analysis.street.Attention;
import io.kakou.analysis.street.Done;
import io.kakou.analysis.street.Street;
import io.kakou.app.cameras.CameraSet;
import io.kakou.app.check.CameraCheck;
import io.kakou.app.check.CheckFailed;
import io.kakou.app.door.Asked;
import io.kakou.app.door.InternalDoor;
import io.kakou.app.door.InternalDoor.Answer;
import io.kakou.events.Health;
import io.kakou.events.Stage;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.rtsp.RtspAddress;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.wire.Credentials;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the analysis process tells the console in JSON. */
record DoorAnswers(
        CameraSet cameras,
        Street looking,
        RtspLoops loops,
        @Nullable FootageAnswers footage,
        @Nullable ModelAnswers models)
        implements InternalDoor.Answers {
    private static final double PROBE_SECONDS = 5;

    /** @param recording null where nothing is recorded here */
    record Healths(List<Health> cameras, @Nullable FootageStatus recording) {}

    /**
     * How the street is looked at.
     *
     * @param done since the process started
     * @param cameras by id
     */
    record StreetAnswer(Done done, Sharing sharing, Map<String, Attention> cameras) {}

    record ProbeRequest(@Nullable String url, @Nullable String user, @Nullable String password) {}

    /** A camera that gives no picture is an answer too. */
    record ProbeFailed(String error, Stage stage) {}

    @Override
    public byte[] health() {
        return Json.write(new Healths(
                cameras.healths(), footage == null ? null : footage.desk().status()));
    }

    @Override
    public @Nullable Answer footage(Asked asked) throws InterruptedException {
        return footage == null ? null : footage.answer(asked);
    }

    @Override
    public @Nullable Answer models(Asked asked) {
        return models == null ? null : models.answer(asked);
    }

    @Override
    public byte[] street() {
        return Json.write(new StreetAnswer(looking.done(), looking.sharing(), cameras.attentions()));
    }

    @Override
    public byte[] probe(byte[] body) {
        try {
            return Json.write(new CameraCheck(loops, PROBE_SECONDS).run(address(body)));
        } catch (CheckFailed e) {
            return Json.write(new ProbeFailed(String.valueOf(e.getMessage()), e.stage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the door was closed", e);
        }
    }

    private static RtspAddress address(byte[] body) {
        try {
            ProbeRequest request = Json.read(ProbeRequest.class, body);
            if (request.url() == null) {
                throw new IllegalArgumentException("url is missing; allowed: rtsp://host[:port]/path");
            }
            RtspAddress address = RtspAddress.of("probe", request.url());
            String password = request.password() == null ? "" : request.password();
            return request.user() == null
                    ? address
                    : address.withCredentials(new Credentials(request.user(), password));
        } catch (UnreadableRecord e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
