package io.kakou.analysis.journal;

import io.kakou.analysis.evidence.Circumstances;
import io.kakou.events.Camera;

/**
 * With what the looks that follow are judged.
 *
 * @param circumstances of every rule
 */
public record Begun(Camera camera, Circumstances circumstances) {}
