/**
 * The whole system on staged cameras, and on those that people try.
 *
 * <p>Door: {@link io.kakou.app.staged.Demonstration}.
 *
 * <p>In: a port, and the cache that films are drawn into. Out: a page with an account, and cameras over RTSP.
 *
 * <p>Do not touch: an alert comes the way that every camera's does; nothing here tells the system what it should see.
 */
@NullMarked
package io.kakou.app.staged;

import org.jspecify.annotations.NullMarked;
