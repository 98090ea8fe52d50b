package io.kakou.app.role;

import io.kakou.app.embedded.EmbeddedKafka;

/** The broker and the object store. */
final class LogRole extends RunningRole {
    private final Deployment deployment;

    LogRole(Deployment deployment) {
        this.deployment = deployment;
    }

    @Override
    public String start() {
        Deployment.Ports ports = deployment.ports();
        EmbeddedKafka kafka = closing(
                new EmbeddedKafka(deployment.folder("log"), new EmbeddedKafka.Ports(ports.log(), ports.controller())));
        kafka.start();
        return kafka.servers();
    }
}
