/**
 * The area tree as people keep it: a GeoJSON file.
 *
 * <p>Door: {@link io.kakou.app.areas.AreaFile}.
 *
 * <p>In: a FeatureCollection (RFC 7946). Out: {@link io.kakou.events.Area}s, or every problem the file has.
 *
 * <p>Do not touch: a file is taken whole or not at all.
 */
@NullMarked
package io.kakou.app.areas;

import org.jspecify.annotations.NullMarked;
