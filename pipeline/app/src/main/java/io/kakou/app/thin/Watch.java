package io.kakou.app.thin;

import io.kakou.analysis.watch.CameraWatch;
import io.kakou.events.Camera;
import io.kakou.rtsp.RtspAddress;

/**
 * A camera to be watched.
 *
 * @param address where its stream is
 * @param watch what judges it; closed by the line
 */
public record Watch(Camera camera, RtspAddress address, CameraWatch watch) {}
