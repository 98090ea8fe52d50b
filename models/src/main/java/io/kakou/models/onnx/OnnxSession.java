package io.kakou.models.onnx;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.onnxruntime.OrtException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One ONNX model in memory, shared by as many threads as there are. It takes one picture of bytes, or one array of floats,
 * at a time and uses the calling thread only.
 */
public final class OnnxSession implements AutoCloseable {
    private static final boolean FOR_USE = false;

    private final String name;
    private final Source source;
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private @Nullable Model model;

    /** A model in a file. */
    public OnnxSession(Path file) {
        Path path = file.toAbsolutePath();
        this.name = path.toString();
        this.source = (model, options) ->
                model.load(path.getParent(), path.getFileName().toString(), options);
    }

    /** A model whose file's bytes are at hand; the name is for messages. */
    public OnnxSession(String name, byte[] onnx) {
        this.name = name;
        this.source = (model, options) -> model.load(new ByteArrayInputStream(onnx), options);
    }

    /** Where a model is read from. */
    @FunctionalInterface
    private interface Source {
        void load(Model model, Map<String, ?> options) throws IOException, MalformedModelException;
    }

    /**
     * Reads the model.
     *
     * @throws UnusableModel where the file is absent, broken, or needs what this runtime has not
     */
    public void start() throws UnusableModel {
        life.writeLock().lock();
        try {
            if (model == null) {
                model = load();
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    /**
     * Runs the model on the calling thread.
     *
     * @param bytes what the model's only input takes (uint8), from position to limit; a direct buffer is not copied
     * @param shape of that input
     * @return the outputs in the model's order, in memory of their own
     * @throws IllegalStateException before {@link #start} and after {@link #close}
     */
    public List<FloatBuffer> run(ByteBuffer bytes, long... shape) {
        life.readLock().lock();
        try {
            Model running = started();
            return run(running, manager -> manager.create(bytes, new Shape(shape), DataType.UINT8));
        } finally {
            life.readLock().unlock();
        }
    }

    /**
     * Runs a model whose only input takes floats, from position to limit; else as the other.
     *
     * @throws IllegalStateException before {@link #start} and after {@link #close}
     */
    public List<FloatBuffer> run(FloatBuffer floats, long... shape) {
        life.readLock().lock();
        try {
            Model running = started();
            return run(running, manager -> manager.create(floats, new Shape(shape), DataType.FLOAT32));
        } finally {
            life.readLock().unlock();
        }
    }

    /** Waits for the calls that run, then frees the model. */
    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (model != null) {
                model.close();
                model = null;
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    private static List<FloatBuffer> run(Model model, Function<NDManager, NDArray> given) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList input = new NDList(given.apply(manager));
            return model.getBlock().forward(new ParameterStore(manager, false), input, FOR_USE).stream()
                    .map(OnnxSession::floats)
                    .toList();
        }
    }

    private static FloatBuffer floats(NDArray output) {
        return output.toByteBuffer().asFloatBuffer();
    }

    private Model load() throws UnusableModel {
        Model loaded = empty();
        try (var options = Djl.oneThread()) {
            source.load(loaded, Map.of("sessionOptions", options));
            return loaded;
        } catch (IOException | MalformedModelException | OrtException e) {
            loaded.close();
            throw new UnusableModel(name + " is no ONNX model that can run here: " + reason(e), e);
        }
    }

    private Model empty() throws UnusableModel {
        try {
            return Djl.newModel("onnx");
        } catch (EngineException | LinkageError e) {
            throw new UnusableModel("ONNX Runtime does not start on this machine, for " + name + ": " + reason(e), e);
        }
    }

    private static String reason(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).replaceAll("\\s+", " ");
    }

    private Model started() {
        if (model == null) {
            throw new IllegalStateException("the model " + name + " is not started");
        }
        return model;
    }
}
