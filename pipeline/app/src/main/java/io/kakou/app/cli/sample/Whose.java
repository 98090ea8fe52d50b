package io.kakou.app.cli.sample;

import io.kakou.analysis.sample.StoredSamples;
import io.kakou.analysis.store.StoreException;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.cli.installation.InstallationOptions;
import io.kakou.app.role.KeptStore;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which samples are meant. */
final class Whose {
    @Mixin
    private final InstallationOptions installation = new InstallationOptions();

    @Option(names = "--camera", defaultValue = "", paramLabel = "ID", description = "Of this camera alone.")
    private String camera = "";

    String camera() {
        return camera;
    }

    /** Something done with what is stored. */
    interface Work {
        int with(StoredSamples samples) throws IOException, StoreException;
    }

    /**
     * Does it over the installation's store.
     *
     * @throws CommandFailure where the store, or what it holds, cannot be read
     */
    int run(Work work) {
        try (KeptStore store = new KeptStore(installation.settings())) {
            return work.with(new StoredSamples(store.open()));
        } catch (IOException | StoreException e) {
            throw new CommandFailure(e);
        }
    }
}
