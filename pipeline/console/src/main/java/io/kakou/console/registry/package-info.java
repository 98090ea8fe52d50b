/**
 * What the command rooms hold by besides the areas: roads and the cameras along them, clocks, calendars, rotas, second
 * owners; out of files that people keep.
 *
 * <p>Door: {@link io.kakou.console.registry.Registry}, filled by {@link io.kakou.console.registry.RegistryImport}.
 *
 * <p>In: GeoJSON or CSV of roads, YAML or JSON of the rest. Out: records on the topic {@code registry}, by way of the
 * outbox, and a report.
 *
 * <p>Do not touch: a file is taken whole or not at all, and takes the place of all there was of its kinds.
 */
@NullMarked
package io.kakou.console.registry;

import org.jspecify.annotations.NullMarked;
