package io.kakou.analysis.watch;

import io.kakou.analysis.gate.PictureCheck;
import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.Look;

/**
 * A look and what it came to.
 *
 * @param before the memory it began with
 * @param check why the picture could not be judged, where the look's depth is unknown
 */
public record Judged(Memory before, Look look, Judgement judgement, PictureCheck check) {}
