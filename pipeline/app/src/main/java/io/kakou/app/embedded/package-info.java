/**
 * The services that a cluster would bring, in this process: the log and the object store; and what all of them need, a
 * folder and a port of their own. The machine the jobs run on and the database have rooms below this one.
 *
 * <p>Door: {@link io.kakou.app.embedded.EmbeddedKafka} and {@link io.kakou.app.embedded.EmbeddedS3}.
 *
 * <p>In: a folder each. Out: an address on 127.0.0.1.
 *
 * <p>A power cut keeps every object and record on the log that was acknowledged: each is on the disk first. Cameras'
 * health may lose its newest words, which are said again.
 *
 * <p>Do not touch: nothing outside the given folder is written, and nothing listens but on 127.0.0.1.
 */
@NullMarked
package io.kakou.app.embedded;

import org.jspecify.annotations.NullMarked;
