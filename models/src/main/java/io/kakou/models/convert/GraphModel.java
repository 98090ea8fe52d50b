package io.kakou.models.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A TF.js graph model: {@code model.json} (topology and the weights' manifest) and its shards. Weights are float32, also
 * stored as float16, or int32.
 *
 * @see <a href="https://github.com/tensorflow/tfjs/blob/master/tfjs-core/src/io/types.ts">ModelJSON,
 *     WeightsManifestConfig</a>
 */
public final class GraphModel {
    private final Map<String, GraphNode> nodes;
    private final Map<String, Constant> constants;

    private GraphModel(Map<String, GraphNode> nodes, Map<String, Constant> constants) {
        this.nodes = nodes;
        this.constants = constants;
    }

    /** Gives a file of the model by its path beside {@code model.json}. */
    @FunctionalInterface
    public interface Shards {
        byte[] read(String path) throws IOException;
    }

    /**
     * Reads a whole model.
     *
     * @throws UnconvertibleGraph where the JSON is another thing, or shards and manifest disagree
     * @throws IOException where a shard cannot be read
     */
    public static GraphModel read(byte[] modelJson, Shards shards) throws IOException, UnconvertibleGraph {
        JsonNode model = parsed(modelJson);
        Map<String, GraphNode> nodes = new HashMap<>();
        for (JsonNode node : model.path("modelTopology").path("node")) {
            GraphNode read = node(node);
            nodes.put(read.name(), read);
        }
        Map<String, Constant> constants = new HashMap<>();
        for (JsonNode group : model.path("weightsManifest")) {
            readWeights(group.path("weights"), joined(group.path("paths"), shards), constants);
        }
        return new GraphModel(nodes, constants);
    }

    /** The same with other floats under a name. */
    public GraphModel withFloats(String name, float[] values, int... shape) {
        byte[] bytes = new byte[Float.BYTES * values.length];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        return with(name, new Constant(Constant.Type.FLOAT32, shape.clone(), bytes));
    }

    /** The same with another whole number under a name. */
    public GraphModel withNumber(String name, int value) {
        return with(name, Constant.ofInts(new int[0], value));
    }

    private GraphModel with(String name, Constant constant) {
        Map<String, Constant> others = new HashMap<>(constants);
        others.put(name, constant);
        return new GraphModel(nodes, others);
    }

    /**
     * Floats under a name.
     *
     * @throws UnconvertibleGraph where there are none
     */
    public float[] floats(String name) throws UnconvertibleGraph {
        Constant constant = constants.get(name);
        if (constant == null || constant.type() != Constant.Type.FLOAT32) {
            throw new UnconvertibleGraph("no floats named " + name + " among " + constants.size() + " constants");
        }
        float[] values = new float[Constant.count(constant.shape())];
        ByteBuffer.wrap(constant.bytes())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    GraphNode node(String name) throws UnconvertibleGraph {
        GraphNode node = nodes.get(name);
        if (node == null) {
            throw new UnconvertibleGraph("the graph of " + nodes.size() + " nodes has none named " + name);
        }
        return node;
    }

    @Nullable
    Constant constant(String name) {
        return constants.get(name);
    }

    private static JsonNode parsed(byte[] json) throws UnconvertibleGraph {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UnconvertibleGraph("model.json of " + json.length + " bytes is no JSON", e);
        }
    }

    private static GraphNode node(JsonNode node) {
        List<String> inputs = new ArrayList<>();
        node.path("input").forEach(input -> inputs.add(input.asText()));
        return new GraphNode(
                node.path("name").asText(), node.path("op").asText(), List.copyOf(inputs), node.path("attr"));
    }

    private static byte[] joined(JsonNode paths, Shards shards) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (JsonNode path : paths) {
            joined.writeBytes(shards.read(path.asText()));
        }
        return joined.toByteArray();
    }

    private static void readWeights(JsonNode weights, byte[] bytes, Map<String, Constant> into)
            throws UnconvertibleGraph {
        int at = 0;
        for (JsonNode weight : weights) {
            String name = weight.path("name").asText();
            int[] shape = shape(weight);
            boolean half = isHalf(name, weight);
            int end = at + (half ? Short.BYTES : Integer.BYTES) * Constant.count(shape);
            if (end > bytes.length) {
                throw new UnconvertibleGraph(
                        "weights end at byte " + bytes.length + " inside " + name + "; needed: " + end);
            }
            byte[] stored = Arrays.copyOfRange(bytes, at, end);
            into.put(name, new Constant(type(name, weight), shape, half ? Half.widened(stored) : stored));
            at = end;
        }
    }

    private static int[] shape(JsonNode weight) {
        int[] shape = new int[weight.path("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = weight.path("shape").get(i).asInt();
        }
        return shape;
    }

    /** Stored at half precision: the only quantisation that loses no meaning. */
    private static boolean isHalf(String name, JsonNode weight) throws UnconvertibleGraph {
        if (!weight.has("quantization")) {
            return false;
        }
        String stored = weight.path("quantization").path("dtype").asText();
        if (!stored.equals("float16") || !weight.path("dtype").asText().equals("float32")) {
            throw new UnconvertibleGraph(
                    "weight " + name + " is quantised to " + stored + "; allowed: float16 of float32");
        }
        return true;
    }

    private static Constant.Type type(String name, JsonNode weight) throws UnconvertibleGraph {
        String type = weight.path("dtype").asText();
        return switch (type) {
            case "float32" -> Constant.Type.FLOAT32;
            case "int32" -> Constant.Type.INT32;
            default ->
                throw new UnconvertibleGraph("weight " + name + " has dtype " + type + "; allowed: float32, int32");
        };
    }
}
