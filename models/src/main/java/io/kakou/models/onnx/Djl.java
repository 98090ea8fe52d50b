package io.kakou.models.onnx;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Map;

/** DJL with the ONNX Runtime engine, and with no business on the network. */
final class Djl {
    private static final String NAME = "OnnxRuntime";
    /** A setting that the command line gives stays as given. */
    private static final Map<String, String> QUIET =
            Map.of("ai.djl.offline", "true", "OPT_OUT_TRACKING", "true", "ai.djl.onnx.disable_alternative", "true");

    private Djl() {}

    static Model newModel(String name) {
        return Started.ENGINE.newModel(name, Device.cpu());
    }

    /** One thread a call: cameras are many, and whoever looks brings the threads. */
    static SessionOptions oneThread() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        return options;
    }

    /** Started by the first who needs it, once a process. */
    private static final class Started {
        private static final Engine ENGINE = start();

        private static Engine start() {
            QUIET.forEach((key, value) -> {
                if (System.getProperty(key) == null) {
                    System.setProperty(key, value);
                }
            });
            Engine engine = Engine.getEngine(NAME);
            UnpackedFolder.deleteAtExit();
            return engine;
        }
    }
}
