/**
 * The area tree as people keep it: a GeoJSON file.
 *
 * <p>Door: {@link io.kakou.console.geojson.AreaFile}; {@link io.kakou.console.geojson.Fit} says how its areas lie.
 *
 * <p>In: a FeatureCollection (RFC 7946). Out: {@link io.kakou.events.Area}s, or every problem the file has.
 *
 * <p>Do not touch: a file is taken whole or not at all.
 */
@NullMarked
package io.kakou.console.geojson;

import org.jspecify.annotations.NullMarked;
