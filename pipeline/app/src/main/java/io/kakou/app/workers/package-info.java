/**
 * Which of several analysis workers watches which camera, and what each camera has taught, handed from one to the next.
 *
 * <p>Door: {@link io.kakou.app.workers.SharedCameras} where there are several workers, {@link io.kakou.app.workers.LoneCameras}
 * where there is one; {@link io.kakou.app.workers.MemoryTopic} under both.
 *
 * <p>In: the topics {@code cameras} and {@code memory}. Out: the cameras that are this worker's own, with the generation that
 * it owns them in; memories.
 *
 * <p>Do not touch: a camera is this worker's own only from its claim on, and once more than
 * {@link io.kakou.app.workers.Pulse#LIMIT_SECONDS} s have passed unseen nothing is, until the group says so anew.
 */
@NullMarked
package io.kakou.app.workers;

import org.jspecify.annotations.NullMarked;
