package io.kakou.analysis.watch;

import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.look.Look;

/** A look and what it came to. */
public record Judged(Look look, Judgement judgement) {}
