package io.kakou.benchmarks;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.kakou.analysis.decode.Scaler;
import io.kakou.models.Picture;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.decoding.Kept;
import io.kakou.models.weights.CacheFolder;
import io.kakou.models.weights.CocoWeights;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.Weights;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A picture to named boxes, beside ONNX Runtime alone on the same model: run, and its outputs read as floats. */
@BenchmarkMode(Mode.SingleShotTime)
@Fork(1)
@Warmup(iterations = 40)
@Measurement(iterations = 150)
public class DetectBenchmark {
    /** Both on one thread, and one picture, the film's first. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls the set-up.
    public static class Models {
        private CocoDetector detector;
        private OrtSession session;
        private Picture picture;
        private Map<String, OnnxTensor> input;

        @Setup
        public void start(Film film) throws Exception {
            Path cache = CacheFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));
            Weights weights = CocoWeights.fetch(cache, NpmCommand.ofPath(), System.err::println);
            detector = new CocoDetector(weights, Kept.DEFAULT);
            // First: DJL's engine has to be there before any environment of ONNX Runtime's.
            detector.start();
            try (Scaler scaler = new Scaler(detector.inputSize())) {
                film.micros(1, frame -> picture = scaler.picture(frame));
            }
            session = session(weights.onnx());
            long[] shape = {1, picture.height(), picture.width(), Picture.CHANNELS};
            input = Map.of(
                    session.getInputNames().iterator().next(),
                    OnnxTensor.createTensor(
                            OrtEnvironment.getEnvironment(), picture.rgb().duplicate(), shape, OnnxJavaType.UINT8));
        }

        private static OrtSession session(Path onnx) throws OrtException {
            try (var options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
                return OrtEnvironment.getEnvironment().createSession(onnx.toString(), options);
            }
        }

        private double ours() {
            double before = ThreadClock.micros();
            detector.detect(picture);
            return ThreadClock.micros() - before;
        }

        private double alone() throws OrtException {
            double before = ThreadClock.micros();
            try (OrtSession.Result result = session.run(input)) {
                for (Map.Entry<String, OnnxValue> output : result) {
                    FloatBuffer read = ((OnnxTensor) output.getValue()).getFloatBuffer();
                    if (!read.hasRemaining()) {
                        throw new IllegalStateException(output.getKey() + " is empty");
                    }
                }
            }
            return ThreadClock.micros() - before;
        }

        @TearDown
        public void close() throws OrtException {
            input.values().forEach(OnnxTensor::close);
            session.close();
            detector.close();
        }
    }

    @Benchmark
    public void detect(Turns turns, Models models) throws Exception {
        turns.take(models::ours, models::alone);
    }
}
