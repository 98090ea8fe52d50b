package io.kakou.analysis.lift;

import java.util.function.BooleanSupplier;

/**
 * Who watches a cabin.
 *
 * @param generation of its ownership; higher than of whoever watched before
 * @param holds whether it still does; asked before every command, never blocks
 */
public record Watcher(String worker, long generation, BooleanSupplier holds) {}
