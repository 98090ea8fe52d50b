package io.kakou.app.role;

import io.kakou.app.data.Secrets;
import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.app.embedded.EmbeddedS3;
import io.kakou.app.embedded.S3Door;

/** The broker and the object store. */
final class LogRole extends RunningRole {
    private final Deployment deployment;

    LogRole(Deployment deployment) {
        this.deployment = deployment;
    }

    @Override
    public String start() {
        Deployment.Ports ports = deployment.ports();
        Secrets secrets = deployment.secrets();
        S3Door door = new S3Door(ports.store(), secrets.storeAccessKey(), secrets.storeSecretKey());
        closing(new EmbeddedS3(deployment.folder("store"), door)).start();
        EmbeddedKafka kafka = closing(
                new EmbeddedKafka(deployment.folder("log"), new EmbeddedKafka.Ports(ports.log(), ports.controller())));
        kafka.start();
        return kafka.servers();
    }
}
