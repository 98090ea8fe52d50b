package io.kakou.app.cameras;

/** Whether a worker may still act on what it owns. It is asked before each act, on any thread; never blocks. */
public interface Lease {
    /** Of a worker beside which there is no other. */
    Lease FOR_EVER = () -> true;

    boolean holds();
}
