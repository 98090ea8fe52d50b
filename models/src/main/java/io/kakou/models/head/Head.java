package io.kakou.models.head;

import io.kakou.models.card.ModelCard;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A head and its card, which belong together by the hash that the card names. Safe for many threads. */
public final class Head implements AutoCloseable {
    private final ModelCard card;
    private final OnnxSession session;

    private Head(String name, byte[] card, byte[] onnx) throws IOException {
        this.card = ModelCard.read(card);
        String hash = Sha256.of(onnx);
        if (!this.card.sha256().equals(hash)) {
            throw new IOException(onnx(name) + " has the SHA-256 " + hash + "; allowed: " + this.card.sha256() + ", as "
                    + card(name) + " says");
        }
        this.session = new OnnxSession(onnx(name), onnx);
    }

    /**
     * The head of that name that comes with the program.
     *
     * @param room a class that its two files lie beside
     */
    public static Head committed(String name, Class<?> room) {
        try {
            return new Head(name, resource(card(name), room), resource(onnx(name), room));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own head " + name + " is broken", e);
        }
    }

    /**
     * Another head of that name, from a folder that holds its two files.
     *
     * @throws UnusableModel where there is none, or the two do not belong together
     */
    public static Head in(Path folder, String name) throws UnusableModel {
        try {
            return new Head(
                    name,
                    Files.readAllBytes(folder.resolve(card(name))),
                    Files.readAllBytes(folder.resolve(onnx(name))));
        } catch (IOException e) {
            throw new UnusableModel("no head " + name + " in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Writes the two files of a head. */
    public static void write(Path folder, String name, byte[] onnx, ModelCard card) throws IOException {
        Files.write(folder.resolve(onnx(name)), onnx);
        Files.write(folder.resolve(card(name)), card.toBytes());
    }

    /**
     * Reads the model and runs it once on nothing: what a wrong file gives is not found out in the midst of a night.
     *
     * @param gives how many numbers its only output must have
     * @param shape of the map it takes
     * @throws UnusableModel saying what it does not take, or what it gives instead
     */
    public void start(int gives, long... shape) throws UnusableModel {
        session.start();
        try {
            tryOn(gives, shape);
        } catch (UnusableModel | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private void tryOn(int gives, long... shape) throws UnusableModel {
        long values = Arrays.stream(shape).reduce(1, (one, other) -> one * other);
        FloatBuffer nothing = ByteBuffer.allocateDirect(Math.toIntExact(Float.BYTES * values))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        List<FloatBuffer> outputs;
        try {
            outputs = session.run(nothing, shape);
        } catch (RuntimeException e) {
            throw new UnusableModel(
                    card.name() + " does not take a map " + Arrays.toString(shape) + " of floats, as a head of "
                            + card.event() + " must",
                    e);
        }
        int given = outputs.get(0).remaining();
        if (outputs.size() != 1 || given != gives) {
            throw new UnusableModel(card.name() + " gives " + outputs.size() + " outputs, the first of " + given
                    + " numbers; allowed for a head of " + card.event() + ": one of " + gives);
        }
    }

    public ModelCard card() {
        return card;
    }

    /** Name and hash, for a detector's identity. */
    public String identity() {
        return card.name() + "@" + card.sha256().substring(0, 12);
    }

    /**
     * What the head makes of a map, all numbers of its only output.
     *
     * @param shape of the map
     */
    public float[] run(FloatBuffer map, long... shape) {
        FloatBuffer out = session.run(map.duplicate(), shape).get(0);
        float[] all = new float[out.remaining()];
        out.get(all);
        return all;
    }

    @Override
    public void close() {
        session.close();
    }

    private static String onnx(String name) {
        return name + ".onnx";
    }

    private static String card(String name) {
        return name + ".json";
    }

    private static byte[] resource(String file, Class<?> room) throws IOException {
        try (InputStream in = room.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("no " + file + " beside " + room.getName());
            }
            return in.readAllBytes();
        }
    }
}
