package io.kakou.app.cameras;

/** What is told which cameras to watch. */
public interface Watching extends CameraTopic.Listener {
    /**
     * Waits until what it was told last is so: what is to be closed is closed.
     *
     * @return whether it was within so many seconds
     */
    boolean settled(double seconds) throws InterruptedException;
}
