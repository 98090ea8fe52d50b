package io.kakou.models.int8;

import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.convert.proto.OnnxFile;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.scaling.Stretch;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Runs a folded model over pictures and looks at the values between its nodes. Seconds a hundred pictures, one thread. */
public final class Calibrator {
    private final OnnxFile folded;
    private final List<String> values;
    private final Size input;

    /**
     * Changes what the model gives.
     *
     * @param values of {@link Quantiser#values}
     */
    public Calibrator(OnnxFile folded, List<String> values, Size input) {
        this.folded = folded;
        this.values = List.copyOf(values);
        this.input = input;
    }

    /**
     * The ranges that fit these pictures.
     *
     * @param pictures are looked at twice
     * @throws UnusableModel where the model does not run
     */
    public Map<String, Range> ranges(Iterable<Picture> pictures) throws UnusableModel {
        folded.setOutputs(values);
        Map<String, Calibration> seen = new LinkedHashMap<>();
        values.forEach(value -> seen.put(value, new Calibration()));
        try (OnnxSession session = new OnnxSession("calibration", folded.toBytes())) {
            session.start();
            for (Picture picture : pictures) {
                look(session, picture, seen, Calibration::limit);
            }
            for (Picture picture : pictures) {
                look(session, picture, seen, Calibration::count);
            }
        }
        Map<String, Range> ranges = new LinkedHashMap<>();
        seen.forEach((value, calibration) -> ranges.put(value, calibration.best()));
        return ranges;
    }

    private void look(
            OnnxSession session,
            Picture picture,
            Map<String, Calibration> seen,
            BiConsumer<Calibration, FloatBuffer> what) {
        Picture fitted = Picture.allocate(input.width(), input.height());
        Stretch.into(fitted.rgb(), picture, input);
        List<FloatBuffer> outputs = session.run(fitted.rgb(), 1, input.height(), input.width(), Picture.CHANNELS);
        int i = 0;
        for (Calibration calibration : seen.values()) {
            what.accept(calibration, outputs.get(i++));
        }
    }
}
