package io.kakou.analysis.replay;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.LookEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Feeds logged looks to a judge in a plain loop. */
public final class Replay {
    private final CameraJudge judge;
    private final Scaler scaler;

    /**
     * A replay by a judge.
     *
     * @param scaler to the input size of the judge's detector
     */
    public Replay(CameraJudge judge, Scaler scaler) {
        this.judge = judge;
        this.scaler = scaler;
    }

    /**
     * The judgements of the logged looks.
     *
     * @param memory the memory the first of them began with
     * @param origin our time at the footage's first frame
     * @throws ReplayMismatch where the footage does not hold what was looked at
     */
    public List<Judgement> run(Memory memory, List<LookEntry> log, VideoFile footage, Instant origin)
            throws UnreadableVideo, ReplayMismatch {
        List<Judgement> judgements = new ArrayList<>();
        Memory before = memory;
        for (LookEntry logged : log) {
            Judgement judgement = judge.judge(before, again(logged, find(logged, footage), origin));
            judgements.add(judgement);
            before = judgement.next();
        }
        return judgements;
    }

    private static DecodedFrame find(LookEntry logged, VideoFile footage) throws UnreadableVideo, ReplayMismatch {
        for (DecodedFrame frame = footage.next(); frame != null; frame = footage.next()) {
            if (frame.id().equals(logged.frame())) {
                return frame;
            }
        }
        throw new ReplayMismatch(logged, "no such frame");
    }

    private Look again(LookEntry logged, DecodedFrame frame, Instant origin) throws ReplayMismatch {
        var picture = logged.depth() == Depth.DETECTED ? scaler.picture(frame) : null;
        Instant at = Look.instant(origin, logged.seconds());
        Look look = new Look(logged.frame(), logged.seconds(), at, logged.depth(), picture);
        String found = look.entry().inputHash();
        if (!found.equals(logged.inputHash())) {
            throw new ReplayMismatch(logged, found);
        }
        return look;
    }
}
