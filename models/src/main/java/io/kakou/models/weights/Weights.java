package io.kakou.models.weights;

import java.nio.file.Path;

/**
 * A model's file, verified.
 *
 * @param name of the model, e.g. {@code coco-ssdlite-mobilenet-v2}
 * @param onnx the file
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 */
public record Weights(String name, Path onnx, String sha256) {
    public Weights {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "hash of " + name + " is " + sha256 + "; allowed: 64 lower-case hexadecimal digits");
        }
    }
}
