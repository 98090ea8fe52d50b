/**
 * The services that a cluster would bring, inside this process: the log, the object store and the machine the
 * jobs run on.
 *
 * <p>Door: {@link io.kakou.app.embedded.EmbeddedKafka}, {@link io.kakou.app.embedded.EmbeddedS3} and {@link
 * io.kakou.app.embedded.EmbeddedFlink}.
 *
 * <p>In: a folder each. Out: an address on 127.0.0.1; a running job.
 *
 * <p>Do not touch: nothing outside the given folder is written, and nothing listens but on 127.0.0.1.
 */
@NullMarked
package io.kakou.app.embedded;

import org.jspecify.annotations.NullMarked;
