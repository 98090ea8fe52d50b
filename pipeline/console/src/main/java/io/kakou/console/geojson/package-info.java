/**
 * Areas and roads as people keep them: GeoJSON files.
 *
 * <p>Door: {@link io.kakou.console.geojson.AreaFile} and {@link io.kakou.console.geojson.RoadFile}; {@link
 * io.kakou.console.geojson.Fit} says how areas lie.
 *
 * <p>In: a FeatureCollection (RFC 7946). Out: {@link io.kakou.events.Area}s, roads, or every problem the file has.
 *
 * <p>Do not touch: a file is taken whole or not at all.
 */
@NullMarked
package io.kakou.console.geojson;

import org.jspecify.annotations.NullMarked;
