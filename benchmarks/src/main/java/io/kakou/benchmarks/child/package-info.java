/**
 * Children and adults staged from real walkers, judged as a camera's pictures would be, and what came of it.
 *
 * <p>Door: {@link io.kakou.benchmarks.child.ChildBench}.
 *
 * <p>In: the shared footage, which is never copied into the project. Out: figures, stated as staged.
 *
 * <p>Do not touch: nobody who was cut out is kept; whatever is staged is made anew at each run.
 */
@NullMarked
package io.kakou.benchmarks.child;

import org.jspecify.annotations.NullMarked;
