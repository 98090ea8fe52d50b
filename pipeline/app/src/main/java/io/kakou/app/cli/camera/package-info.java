/**
 * The commands about cameras: one served from a file, one checked or found, many taken over from a sheet.
 *
 * <p>Door: {@link io.kakou.app.cli.camera.CameraCommand} and {@link io.kakou.app.cli.camera.CamerasCommand}.
 *
 * <p>In: files and addresses. Out: addresses, findings and advice, one a line.
 *
 * <p>Do not touch: a password in an address is never printed.
 */
@NullMarked
package io.kakou.app.cli.camera;

import org.jspecify.annotations.NullMarked;
