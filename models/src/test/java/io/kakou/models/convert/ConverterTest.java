package io.kakou.models.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kakou.models.Size;
import io.kakou.models.onnx.OnnxSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiny graphs over a picture of 3×2 whose red, green and blue are 1, 2, 3 in the first pixel, 4, 5, 6 in the next, … */
class ConverterTest {
    private static final int PIXELS = 6;
    private static final String CONVOLUTION = "'data_format':{'s':[78,72,87,67]},'padding':{'s':[83,65,77,69]},"
            + "'dilations':{'list':{'i':['1','1','1','1']}},";

    private static final String VALID = "'data_format':{'s':'TkhXQw=='},'padding':{'s':'VkFMSUQ='},"
            + "'dilations':{'list':{'i':['1','1','1','1']}},";
    private static final String ONE_BY_ONE = "'strides':{'list':{'i':['1','1','1','1']}},";

    @TempDir
    Path folder = Path.of("");

    private final List<String> nodes = new ArrayList<>();
    private final List<String> weights = new ArrayList<>();
    private final ByteBuffer shard = ByteBuffer.allocate(10_000).order(ByteOrder.LITTLE_ENDIAN);

    @Test
    void a_picture_comes_out_as_it_went_in() throws Exception {
        floats("zero", "", 0);
        node("Add", "out", "in,zero", "");
        assertThat(run("out")).startsWith(1, 2, 3, 4).hasSize(3 * PIXELS).endsWith(16, 17, 18);
    }

    @ParameterizedTest
    @CsvSource({"Add,11,22,33,14", "Sub,-9,-18,-27,-6", "Mul,10,40,90,40", "BiasAdd,11,22,33,14"})
    void one_number_a_channel_meets_each_pixel(String op, float red, float green, float blue, float nextRed)
            throws Exception {
        floats("channels", "3", 10, 20, 30);
        node(op, "out", "in,channels", "");
        assertThat(run("out")).startsWith(red, green, blue, nextRed);
    }

    @Test
    void sums_and_limits_are_taken_number_by_number() throws Exception {
        node("AddN", "twice", "in,in", "");
        node("Relu6", "out", "twice", "");
        assertThat(run("out")).startsWith(2, 4, 6, 6).containsOnly(2, 4, 6);
    }

    @Test
    void curves_are_taken_number_by_number() throws Exception {
        floats("four", "", 4);
        node("Sub", "less", "in,four", "");
        node("Sigmoid", "sigmoid", "less", "");
        node("Exp", "out", "sigmoid", "");
        assertThat(run("out")[3]).isCloseTo((float) Math.exp(0.5), within(1e-5f));
    }

    @Test
    void a_convolution_pads_the_odd_pixel_after_as_tensorflow_does() throws Exception {
        floats("ones", "3,3,3,1", repeated(27, 1));
        node("Conv2D", "out", "in,ones", CONVOLUTION + "'strides':{'list':{'i':['1','2','2','1']}}");
        float[] out = run("out");
        // Rows: 2 become 1 with padding after; columns: 3 become 2 with padding on both sides.
        assertThat(out).containsExactly(sumOfPixels(0, 1, 3, 4), sumOfPixels(1, 2, 4, 5));
    }

    @Test
    void a_convolution_without_padding_that_was_fused_adds_its_bias_and_stops_at_0() throws Exception {
        floats("ones", "2,2,3,2", repeated(24, 1));
        floats("bias", "2", -60, -100);
        node("_FusedConv2D", "out", "in,ones,bias", VALID + ONE_BY_ONE + fused("BiasAdd", "Relu"));
        // Two windows of four pixels: 96 and 132; two planes.
        assertThat(run("out")).containsExactly(36, 0, 72, 32);
    }

    @Test
    void a_fused_convolution_may_end_with_its_bias() throws Exception {
        floats("ones", "2,2,3,2", repeated(24, 1));
        floats("bias", "2", -60, -100);
        node("_FusedConv2D", "out", "in,ones,bias", VALID + ONE_BY_ONE + fused("BiasAdd"));
        assertThat(run("out")).containsExactly(36, -4, 72, 32);
    }

    @Test
    void the_most_of_neighbours_is_taken_plane_by_plane() throws Exception {
        node(
                "MaxPool",
                "out",
                "in",
                CONVOLUTION + "'strides':{'list':{'i':['1','2','2','1']}},'ksize':{'list':{'i':['1','2','2','1']}}");
        assertThat(run("out")).containsExactly(13, 14, 15, 16, 17, 18);
    }

    @Test
    void zeros_are_put_behind_the_channels_too() throws Exception {
        ints("around", "4,2", 0, 0, 1, 0, 0, 0, 0, 1);
        node("Pad", "out", "in,around", "");
        assertThat(run("out")).hasSize(3 * 3 * 4).startsWith(repeated(12, 0)).endsWith(13, 14, 15, 0, 16, 17, 18, 0);
    }

    @Test
    void planes_become_means_a_row_and_the_row_shares_of_one() throws Exception {
        ints("plane", "2", 1, 2);
        floats("matrix", "3,2", 1, 0, 0, 1, 0, 0);
        floats("bias", "2", 0, -1);
        node("Mean", "means", "in,plane", "'keep_dims':{'b':false}");
        node("_FusedMatMul", "row", "means,matrix,bias", fused("BiasAdd", "Relu"));
        node("Softmax", "shares", "row", "");
        node("Identity", "out", "shares", "");
        assertThat(run("row")).containsExactly(8.5f, 8.5f);
        assertThat(run("out")).containsExactly(0.5f, 0.5f);
    }

    @Test
    void the_smaller_and_the_larger_of_two_is_taken_number_by_number() throws Exception {
        floats("six", "", 6);
        floats("four", "", 4);
        node("AddV2", "twice", "in,in", "");
        node("Minimum", "less", "twice,six", "");
        node("Maximum", "most", "less,four", "");
        node("Relu", "out", "most", "");
        assertThat(run("out")).startsWith(4, 4, 6, 6).containsOnly(4, 6);
    }

    @Test
    void a_picture_is_scaled_and_shifted_by_channel_before_it_goes_in() throws Exception {
        floats("zero", "", 0);
        node("Add", "out", "in,zero", "");
        assertThat(run("out", new Cut.Pixels(2, List.of(1f, 2f, 3f)))).startsWith(1, 2, 3, 7, 8, 9);
    }

    @ParameterizedTest
    @CsvSource({"0x3c00,1", "0xc000,-2", "0x3555,0.33325195", "0x7bff,65504", "0x0001,5.9604645E-8", "0x8000,-0.0"})
    void half_a_number_is_read_as_the_whole_one(String bits, float value) {
        assertThat(Half.widened((short) (int) Integer.decode(bits))).isEqualTo(value);
    }

    @Test
    void weights_stored_at_half_precision_are_used_as_floats() throws Exception {
        weights.add("{'name':'halves','dtype':'float32','shape':[3],'quantization':{'dtype':'float16'}}");
        shard.putShort((short) 0x3c00).putShort((short) 0x4000).putShort((short) 0x4200);
        node("Mul", "out", "in,halves", "");
        assertThat(run("out")).startsWith(1, 4, 9, 4, 10, 18);
    }

    @Test
    void a_depthwise_convolution_keeps_channels_apart() throws Exception {
        floats("weights", "1,1,3,1", 1, 10, 100);
        node("DepthwiseConv2dNative", "out", "in,weights", CONVOLUTION + "'strides':{'list':{'i':['1','1','1','1']}}");
        assertThat(run("out")).startsWith(1, 20, 300, 4, 50, 600);
    }

    @Test
    void a_batch_norm_is_scaled_by_channel() throws Exception {
        floats("gamma", "3", 1, 2, 3);
        floats("beta", "3", 0, 0, 1);
        floats("mean", "3", 1, 2, 3);
        floats("variance", "3", 0.999f, 0.999f, 0.999f);
        node(
                "FusedBatchNorm",
                "out",
                "in,gamma,beta,mean,variance",
                "'data_format':{'s':[78,72,87,67]},'is_training':{'b':false},'epsilon':{'f':0.001}");
        assertThat(rounded(run("out"))).startsWith(0, 0, 1, 3, 6, 10);
    }

    @Test
    void shapes_are_computed_and_rows_unpacked_packed_and_turned() throws Exception {
        ints("zero", "1", 0);
        ints("one", "1", 1);
        ints("three", "", 3);
        ints("rest", "", -1);
        ints("turn", "2", 1, 0);
        node("Shape", "shape", "in", "");
        node("StridedSlice", "batch", "shape,zero,one,one", "'shrink_axis_mask':{'i':'1'}");
        node("Pack", "wanted", "rest,three", "'axis':{'i':'0'}");
        node("Reshape", "rows", "in,wanted", "");
        node("Transpose", "turned", "rows,turn", "");
        node("Unpack", "parts", "turned", "'axis':{'i':'0'}");
        node("Sub", "difference", "parts:2,parts", "");
        node("Pack", "both", "parts:1,difference", "'axis':{'i':'0'}");
        node("Pack", "alone", "batch,batch", "'axis':{'i':'0'}");
        node("Tile", "out", "both,alone", "");
        assertThat(run("out")).containsExactly(2, 5, 8, 11, 14, 17, 2, 2, 2, 2, 2, 2);
    }

    @Test
    void parts_are_joined_cut_and_their_axes_added_and_taken_away() throws Exception {
        ints("last", "", 3);
        ints("front", "", 0);
        ints("from", "4", 0, 1, 0, 2);
        ints("size", "4", -1, -1, 2, 3);
        node("ConcatV2", "wide", "in,in,last", "");
        node("Slice", "cut", "wide,from,size", "");
        node("ExpandDims", "more", "cut,front", "");
        node("Squeeze", "out", "more", "'squeeze_dims':{'list':{'i':['0']}}");
        assertThat(run("out")).containsExactly(12, 10, 11, 15, 13, 14);
    }

    @Test
    void an_operator_without_a_mapping_is_named_with_its_node() {
        node("Softplus", "odd/one", "in", "");
        assertThatThrownBy(() -> convert("odd/one"))
                .isInstanceOf(UnknownOperator.class)
                .hasMessageContaining("node odd/one has operator Softplus; allowed: Add, AddN,")
                .hasMessageContaining("Unpack");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Conv2D | 'data_format':{'s':[78,72,87,67]},'padding':{'s':[86,65]},'dilations':{'list':{'i':['1']}},"
                        + "'strides':{'list':{'i':['1','1','1','1']}} | padding VA; allowed: SAME, VALID",
                "Conv2D | 'data_format':{'s':[78,67,72,87]} | data_format NCHW; allowed: NHWC",
                "Conv2D | 'padding':{'s':[86,65]} | no attribute data_format.s",
                "_FusedConv2D | 'fused_ops':{'list':{'s':['QmlhczI=']}} | fused_ops [Bias2]; allowed: [BiasAdd] or [BiasAdd, Relu]",
                "Add | '':0 | one float, or one for each channel"
            })
    void what_a_node_holds_beyond_its_mapping_is_refused(String op, String attributes, String message) {
        floats("weights", "1,1,3,1", 1, 2, 3);
        node(op, "out", "in,weights", attributes);
        assertThatThrownBy(() -> convert("out"))
                .isInstanceOf(UnconvertibleGraph.class)
                .hasMessageContaining("node out")
                .hasMessageContaining(message);
    }

    @Test
    void a_node_that_is_not_there_is_named() {
        assertThatThrownBy(() -> convert("nowhere")).hasMessageContaining("none named nowhere");
    }

    @Test
    void broken_json_short_shards_and_quantised_weights_are_refused() {
        assertThatThrownBy(() -> GraphModel.read(new byte[] {'{'}, path -> new byte[0]))
                .isInstanceOf(UnconvertibleGraph.class)
                .hasMessageContaining("is no JSON");
        floats("weights", "3", 1, 2, 3);
        assertThatThrownBy(() -> GraphModel.read(json(), path -> new byte[8]))
                .isInstanceOf(UnconvertibleGraph.class)
                .hasMessageContaining("byte 8 inside weights; needed: 12");
        weights.add("{'name':'small','dtype':'uint8','shape':[1],'quantization':{'dtype':'uint8'}}");
        assertThatThrownBy(() -> convert("small")).hasMessageContaining("weight small is quantised to uint8");
    }

    @Test
    void the_same_graph_gives_the_same_bytes() throws Exception {
        floats("channels", "3", 10, 20, 30);
        node("Mul", "out", "in,channels", "");
        assertThat(convert("out")).isEqualTo(convert("out"));
    }

    private void node(String op, String name, String inputs, String attributes) {
        nodes.add("{'name':'" + name + "','op':'" + op + "','input':['" + inputs.replace(",", "','") + "'],'attr':{"
                + attributes + "}}");
    }

    private void floats(String name, String shape, float... values) {
        weights.add("{'name':'" + name + "','dtype':'float32','shape':[" + shape + "]}");
        for (float value : values) {
            shard.putFloat(value);
        }
    }

    private void ints(String name, String shape, int... values) {
        weights.add("{'name':'" + name + "','dtype':'int32','shape':[" + shape + "]}");
        for (int value : values) {
            shard.putInt(value);
        }
    }

    private byte[] json() {
        String json = "{'modelTopology':{'node':[" + String.join(",", nodes)
                + "]},'weightsManifest':[{'paths':['shard'],'weights':[" + String.join(",", weights) + "]}]}";
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private byte[] convert(String output) throws IOException, UnconvertibleGraph {
        return convert(output, Cut.Pixels.PLAIN);
    }

    private byte[] convert(String output, Cut.Pixels pixels) throws IOException, UnconvertibleGraph {
        GraphModel model = GraphModel.read(json(), path -> shard.array());
        return Converter.convert(model, new Cut("in", new Size(3, 2), pixels, List.of(output)));
    }

    private float[] run(String output) throws Exception {
        return run(output, Cut.Pixels.PLAIN);
    }

    private float[] run(String output, Cut.Pixels pixels) throws Exception {
        Path file = Files.write(folder.resolve("tiny.onnx"), convert(output, pixels));
        ByteBuffer picture = ByteBuffer.allocateDirect(3 * PIXELS);
        for (int i = 0; i < 3 * PIXELS; i++) {
            picture.put(i, (byte) (i + 1));
        }
        try (OnnxSession session = new OnnxSession(file)) {
            session.start();
            FloatBuffer out = session.run(picture, 1, 2, 3, 3).get(0);
            float[] values = new float[out.limit()];
            out.get(0, values);
            return values;
        }
    }

    private static String fused(String... operators) {
        String words = Arrays.stream(operators)
                .map(word -> Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.US_ASCII)))
                .collect(Collectors.joining("','"));
        return "'fused_ops':{'list':{'s':['" + words + "']}}";
    }

    private static float[] repeated(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }

    private static float[] rounded(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(values[i] * 1000) / 1000f;
        }
        return values;
    }

    private static float sumOfPixels(int... pixels) {
        return (float) Arrays.stream(pixels).map(p -> 9 * p + 6).sum();
    }
}
