package io.kakou.analysis.lift;

import java.util.function.BooleanSupplier;

/**
 * Who watches a cabin.
 *
 * @param generation of its ownership, as {@link io.kakou.events.Claim#fence} counts: higher than of whoever watched before, below
 *     2³², since controllers keep it in two registers
 * @param holds whether it still does; asked before every command, never blocks
 */
public record Watcher(String worker, long generation, BooleanSupplier holds) {}
