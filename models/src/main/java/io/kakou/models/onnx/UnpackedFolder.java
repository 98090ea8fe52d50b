package io.kakou.models.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ONNX Runtime unpacks its libraries into a temporary folder and leaves that folder behind, empty: it asks Java to delete
 * the folder after asking for the files, and Java deletes what was asked last first.
 */
final class UnpackedFolder {
    private static final Logger LOG = LoggerFactory.getLogger(UnpackedFolder.class);
    private static final String PREFIX = "/onnxruntime-java";
    /** Linux's list of what is in this process's memory, by file. */
    private static final Path MAPS = Path.of("/proc/self/maps");

    private UnpackedFolder() {}

    /** Deletes at exit the folder that this process's libraries came from; elsewhere than on Linux it stays. */
    static void deleteAtExit() {
        if (!Files.isReadable(MAPS)) {
            return;
        }
        try (Stream<String> lines = Files.lines(MAPS)) {
            lines.filter(line -> line.contains(PREFIX))
                    .map(line ->
                            Path.of(line.substring(line.indexOf('/')) + "/..").normalize())
                    .distinct()
                    .forEach(folder -> Runtime.getRuntime()
                            .addShutdownHook(new Thread(() -> delete(folder), "onnxruntime-folder")));
        } catch (IOException e) {
            LOG.debug("the folder of ONNX Runtime's libraries stays", e);
        }
    }

    /** Libraries in memory stay usable without their files. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.debug("{} stays", folder, e);
        }
    }
}
