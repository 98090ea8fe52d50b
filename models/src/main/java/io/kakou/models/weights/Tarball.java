package io.kakou.models.weights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** A gzipped tar archive, read in memory: no entry is ever a path on disk. */
final class Tarball {
    private static final long LARGEST = 64 << 20;

    private Tarball() {}

    /**
     * Reads some files.
     *
     * @param wanted names of the entries
     * @throws WeightsUnavailable where one is missing, no plain file or too large, or the archive is broken or holds
     *     names that lead out of it
     */
    static Map<String, byte[]> read(String what, byte[] tgz, Set<String> wanted) throws WeightsUnavailable {
        try (var tar = new TarArchiveInputStream(new GzipCompressorInputStream(new ByteArrayInputStream(tgz)))) {
            Map<String, byte[]> files = new HashMap<>();
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                check(what, entry);
                if (wanted.contains(entry.getName())) {
                    files.put(entry.getName(), tar.readAllBytes());
                }
            }
            return complete(what, files, wanted);
        } catch (IOException e) {
            throw new WeightsUnavailable(what + " (" + tgz.length + " bytes) is no whole .tgz", e);
        }
    }

    private static void check(String what, TarArchiveEntry entry) throws WeightsUnavailable {
        String name = entry.getName();
        boolean leadsOut =
                name.startsWith("/") || List.of(name.split("[/\\\\]", -1)).contains("..");
        boolean plain = entry.isFile() && !entry.isLink() && !entry.isSymbolicLink();
        if (leadsOut || !(plain || entry.isDirectory()) || entry.getSize() > LARGEST) {
            throw new WeightsUnavailable(what + " holds " + name + " of " + entry.getSize()
                    + " bytes; allowed: plain files of at most " + LARGEST + " bytes, inside the archive");
        }
    }

    private static Map<String, byte[]> complete(String what, Map<String, byte[]> files, Set<String> wanted)
            throws WeightsUnavailable {
        for (String name : wanted) {
            if (!files.containsKey(name)) {
                throw new WeightsUnavailable(what + " has no file " + name);
            }
        }
        return files;
    }
}
