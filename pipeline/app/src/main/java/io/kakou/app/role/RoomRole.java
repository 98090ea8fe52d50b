package io.kakou.app.role;

import io.kakou.app.embedded.EmbeddedFlink;
import io.kakou.jobs.JobSettings;
import io.kakou.jobs.log.Log;
import io.kakou.jobs.room.CommandRoomJob;
import io.kakou.jobs.room.RoomSettings;

/** The jobs and the console. */
final class RoomRole extends RunningRole {
    private final Deployment deployment;
    private final Listener listener;

    RoomRole(Deployment deployment, Listener listener) {
        this.deployment = deployment;
        this.listener = listener;
    }

    @Override
    public String start() {
        startJob();
        return "";
    }

    private void startJob() {
        EmbeddedFlink flink = closing(new EmbeddedFlink(deployment.folder("jobs")));
        flink.start();
        Log log = new Log(deployment.logServers(), CommandRoomJob.NAME);
        CommandRoomJob job = new CommandRoomJob(RoomSettings.DEFAULT);
        var unused = flink.run(
                        CommandRoomJob.NAME,
                        JobSettings.of(flink.checkpoints()),
                        flow -> job.build(flow, CommandRoomJob.from(log), CommandRoomJob.to(log)))
                .whenComplete((ended, failure) -> {
                    if (failure != null) {
                        listener.broken(failure);
                    }
                });
    }
}
