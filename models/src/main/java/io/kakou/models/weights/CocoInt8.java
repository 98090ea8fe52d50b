package io.kakou.models.weights;

import io.kakou.models.Picture;
import io.kakou.models.convert.proto.OnnxFile;
import io.kakou.models.int8.Calibrator;
import io.kakou.models.int8.Folding;
import io.kakou.models.int8.Quantiser;
import io.kakou.models.int8.Range;
import io.kakou.models.int8.Ranges;
import io.kakou.models.onnx.UnusableModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** How the stock detector becomes one of 8 bits: by ranges that come with the program. */
public final class CocoInt8 {
    private static final String RANGES = "coco-ssdlite-mobilenet-v2.json";

    private CocoInt8() {}

    /** The first convolution takes a few in a hundred of the time, and its channels' ranges lie far apart. */
    private static boolean isInFloat(String convolution) {
        return convolution.startsWith("FeatureExtractor/MobilenetV2/Conv/");
    }

    /** The ranges that come with the program. */
    public static Ranges committed() {
        try (InputStream in = Ranges.class.getResourceAsStream(RANGES)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + RANGES);
            }
            return Ranges.read(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(RANGES + " of the program cannot be read", e);
        }
    }

    static byte[] quantised(byte[] onnx) {
        OnnxFile file = OnnxFile.read(onnx);
        Folding.fold(file);
        Quantiser.quantise(file, CocoInt8::isInFloat, committed());
        return file.toBytes();
    }

    /**
     * Ranges from other pictures.
     *
     * @param weights of {@link CocoPart#DETECTOR}
     * @param sources where the pictures come from, for people
     * @throws UnusableModel where the model does not run
     * @throws IOException where it cannot be read
     */
    public static Ranges calibrate(Weights weights, List<Picture> pictures, String sources)
            throws UnusableModel, IOException {
        OnnxFile file = OnnxFile.read(Files.readAllBytes(weights.onnx()));
        Folding.fold(file);
        List<String> values = Quantiser.values(file, CocoInt8::isInFloat);
        Map<String, Range> ranges = new Calibrator(file, values, CocoPart.DETECTOR.input()).ranges(pictures);
        return new Ranges(weights.name(), pictures.size(), sources, ranges);
    }
}
