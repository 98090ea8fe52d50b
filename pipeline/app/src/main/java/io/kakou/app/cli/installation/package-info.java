/**
 * Which installation a command is about.
 *
 * <p>Door: {@link io.kakou.app.cli.installation.InstallationOptions}.
 *
 * <p>In: words of the command line and the settings file they name. Out: the installation's settings.
 *
 * <p>Do not touch: a command that names nothing means what {@code kakou run} would run here.
 */
@NullMarked
package io.kakou.app.cli.installation;

import org.jspecify.annotations.NullMarked;
