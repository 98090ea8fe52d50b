package io.kakou.models.weights;

import java.nio.file.Path;

/** Fetches published packages. */
@FunctionalInterface
public interface Npm {
    /**
     * Fetches a package's tarball and nothing else: no dependencies, no scripts.
     *
     * @param spec name and exact version, e.g. {@code left-pad@1.3.0}
     * @param folder an empty folder that takes the tarball
     * @return the tarball
     * @throws WeightsUnavailable where npm is missing, offline, refuses or takes too long
     */
    Path pack(String spec, Path folder) throws WeightsUnavailable;
}
