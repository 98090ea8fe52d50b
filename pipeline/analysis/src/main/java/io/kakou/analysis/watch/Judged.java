package io.kakou.analysis.watch;

import io.kakou.analysis.gate.PictureCheck;
import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.DatedLook;
import io.kakou.analysis.look.Look;

/**
 * A look and what it came to.
 *
 * @param before the memory it began with
 * @param dated the look as it is kept; its picture is hashed once, for all who keep it
 * @param eyes what looked, or would have
 * @param check why the picture could not be judged, where the look's depth is unknown
 */
public record Judged(Memory before, Look look, DatedLook dated, Judgement judgement, Eyes eyes, PictureCheck check) {
    /** To be made while the look's picture holds. */
    public Judged(Memory before, Look look, Judgement judgement, Eyes eyes, PictureCheck check) {
        this(before, look, new DatedLook(look.entry(), look.at()), judgement, eyes, check);
    }
}
