package io.kakou.analysis.evidence;

import io.kakou.analysis.judge.JudgeSettings;
import org.jspecify.annotations.Nullable;

/**
 * Under what an alert was judged; {@code circumstances.json}.
 *
 * @param rule its name and version
 * @param detector identity of the weights
 * @param inputWidth of the pictures the detector was given, in pixels; likewise {@code inputHeight}
 * @param build version of this program
 * @param cpu name and flags of the processor: scores may differ in their last digits on another
 * @param faces identity of what looked at faces; null where an older release judged
 */
public record Circumstances(
        String rule,
        String detector,
        int inputWidth,
        int inputHeight,
        JudgeSettings settings,
        String build,
        String java,
        String cpu,
        @Nullable String faces) {}
