package io.kakou.analysis.watch;

import io.kakou.models.Detector;
import io.kakou.models.Size;

/**
 * What looked.
 *
 * @param model identity of the detector
 * @param input the size at which it takes pictures
 */
public record Eyes(String model, Size input) {
    public static Eyes of(Detector detector) {
        return new Eyes(detector.identity(), detector.inputSize());
    }
}
