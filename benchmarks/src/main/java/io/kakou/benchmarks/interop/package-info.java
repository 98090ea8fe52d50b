/**
 * Our client before servers that others wrote, and what of a film comes through.
 *
 * <p>Door: {@link io.kakou.benchmarks.interop.Interop}.
 *
 * <p>In: a server, a transport, a codec. Out: what was delivered of what was owed, and why not more.
 *
 * <p>Do not touch: what is owed is exact, and what comes is compared with the film itself. The relay passes packets on as
 * they are; it is the pushing program's packets that are tried.
 */
@NullMarked
package io.kakou.benchmarks.interop;

import org.jspecify.annotations.NullMarked;
