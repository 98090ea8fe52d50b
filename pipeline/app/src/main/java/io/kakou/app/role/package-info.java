/**
 * What each process of an installation runs.
 *
 * <p>Door: {@link io.kakou.app.role.Installation} in the first process, {@link io.kakou.app.role.Role} in its children.
 *
 * <p>In: a {@link io.kakou.app.role.Deployment}, by a file. Out: a running part of the system.
 *
 * <p>Do not touch: assembly alone, in dataflow order, closed in reverse.
 */
@NullMarked
package io.kakou.app.role;

import org.jspecify.annotations.NullMarked;
