package io.kakou.console.cameras;

import io.kakou.events.Camera;
import io.kakou.events.EventKind;
import io.kakou.events.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is watched and what is not; each camera counts once.
 *
 * @param cameras all of them
 * @param watched cameras that are looked at as promised
 * @param stretched cameras that are looked at less, or not for every event asked
 * @param blind cameras whose pictures cannot be judged
 * @param offline cameras without pictures, or whose worker is silent
 * @param braked cameras of which a person has switched off a rule, where nothing else is wrong
 */
public record WatchBoard(
        int cameras,
        int watched,
        List<Unseen> stretched,
        List<Unseen> blind,
        List<Unseen> offline,
        List<Unseen> braked) {
    /**
     * A camera that sees nothing or too little, and why.
     *
     * @param stage the stage it stands at
     * @param notWatched events it is to be watched for and is not
     * @param since when it was last heard of, or null where it never was
     * @param why the same in one line, with what the camera answered
     */
    public record Unseen(
            String camera,
            String name,
            @Nullable Trouble trouble,
            Stage stage,
            @Nullable Instant since,
            List<EventKind> notWatched,
            String why) {}

    public static WatchBoard of(List<Camera> cameras, CameraStates states) {
        List<Unseen> blind = new ArrayList<>();
        List<Unseen> offline = new ArrayList<>();
        List<Unseen> stretched = new ArrayList<>();
        List<Unseen> braked = new ArrayList<>();
        for (Camera camera : cameras) {
            CameraState state = states.of(camera.id());
            Trouble shortfall = states.shortfall(state);
            if (!state.online()) {
                offline.add(unseen(camera, state, state.trouble()));
            } else if (state.blind() != null) {
                blind.add(unseen(camera, state, state.trouble()));
            } else if (shortfall == Trouble.BRAKED) {
                braked.add(unseen(camera, state, shortfall));
            } else if (shortfall != null) {
                stretched.add(unseen(camera, state, shortfall));
            }
        }
        int watched = cameras.size() - offline.size() - blind.size() - stretched.size() - braked.size();
        return new WatchBoard(cameras.size(), watched, stretched, blind, offline, braked);
    }

    private static Unseen unseen(Camera camera, CameraState state, @Nullable Trouble trouble) {
        String why = state.blind() == null ? String.valueOf(state.why()) : state.blind();
        Instant since = trouble == Trouble.LATE ? state.lastLook() : state.at();
        return new Unseen(camera.id(), camera.name(), trouble, state.stage(), since, state.notWatched(), why);
    }
}
