package io.kakou.analysis.watch;

import io.kakou.analysis.judge.CameraJudge;

/** Who judges a camera, from frame to frame. The thread that looks owns it. */
public interface Judges extends AutoCloseable {
    /** Who judges from now on; whoever judged before is not asked any more. Never blocks. */
    CameraJudge judge();

    /** Whoever judged is not asked any more. */
    @Override
    void close();

    /** Always the same; not closed. */
    static Judges always(CameraJudge judge) {
        return new Judges() {
            @Override
            public CameraJudge judge() {
                return judge;
            }

            @Override
            public void close() {}
        };
    }
}
