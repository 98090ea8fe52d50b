/**
 * What a person writes into {@code kakou.yml}.
 *
 * <p>Door: {@link io.kakou.app.settings.SettingsFile}.
 *
 * <p>In: a YAML file. Out: {@link io.kakou.app.settings.RunSettings}, or every problem of the file in a line each.
 *
 * <p>Do not touch: everything is checked before anything starts; a key that is not known is an error.
 */
@NullMarked
package io.kakou.app.settings;

import org.jspecify.annotations.NullMarked;
