package io.kakou.models.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** A file that is in the cache whole or not at all. */
final class CachedFile {
    private final Path folder;
    private final Path path;
    private final String sha256;

    CachedFile(Path folder, String name, String sha256) {
        this.folder = folder;
        this.path = folder.resolve(sha256.substring(0, 12) + "-" + name);
        this.sha256 = sha256;
    }

    /** Makes the file's bytes. */
    @FunctionalInterface
    interface Maker {
        byte[] make() throws WeightsUnavailable;
    }

    Path path() {
        return path;
    }

    boolean isWhole(Consumer<String> progress) throws WeightsUnavailable {
        if (!Files.exists(path)) {
            return false;
        }
        try {
            boolean whole = Sha256.of(Files.readAllBytes(path)).equals(sha256);
            if (!whole) {
                progress.accept("the cached file " + path + " is damaged; it is made anew");
            }
            return whole;
        } catch (IOException e) {
            throw new WeightsUnavailable("cannot read the cached file " + path + ": " + reason(e), e);
        }
    }

    /**
     * Makes the file beside its place and moves it there in one step, so that nobody ever sees half of it. The place is
     * tried before the maker starts its work.
     */
    void make(Maker maker) throws WeightsUnavailable {
        Path part = part();
        try {
            byte[] bytes = maker.make();
            Sha256.verify("the converted " + path.getFileName(), bytes, sha256);
            Files.write(part, bytes);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            deleteQuietly(part);
        }
    }

    private Path part() throws WeightsUnavailable {
        try {
            Files.createDirectories(folder);
            return Files.createTempFile(folder, path.getFileName().toString(), ".part");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private WeightsUnavailable unwritable(IOException e) {
        return new WeightsUnavailable(
                "cannot write to the cache folder " + folder + " (" + reason(e)
                        + "); needed: a folder one can write to, set by KAKOU_CACHE",
                e);
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // A folder that was writable a moment ago: the exception on its way says more than this one.
            part.toFile().deleteOnExit();
        }
    }
}
