package io.kakou.app.role;

import io.kakou.app.data.Secrets;
import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.app.embedded.EmbeddedS3;
import io.kakou.app.embedded.LogDoor;
import io.kakou.app.embedded.S3Door;

/** The broker and the object store, as far as they are run here. */
final class LogRole extends RunningRole {
    private final Deployment deployment;
    private final Listener listener;

    LogRole(Deployment deployment, Listener listener) {
        this.deployment = deployment;
        this.listener = listener;
    }

    @Override
    public void start() {
        for (Deployment.Embedded each : Deployment.Embedded.values()) {
            if (deployment.services().here().contains(each)) {
                start(each);
            }
        }
        listener.ready("");
    }

    private void start(Deployment.Embedded service) {
        Deployment.Ports ports = deployment.ports();
        Secrets secrets = deployment.secrets();
        switch (service) {
            case STORE -> {
                S3Door door = new S3Door(ports.store(), secrets.storeAccessKey(), secrets.storeSecretKey());
                closing(new EmbeddedS3(deployment.folder("store"), door)).start();
            }
            case LOG -> {
                LogDoor door = new LogDoor(ports.log(), ports.controller(), secrets.logPassword());
                closing(new EmbeddedKafka(deployment.folder("log"), door)).start();
            }
            case JOBS -> {
                // The process room runs them.
            }
        }
    }
}
