/**
 * The log, the object store and the database as their clients see them, whoever runs them.
 *
 * <p>Door: {@link io.kakou.app.services.LogService}, {@link io.kakou.app.services.StoreService} and {@link
 * io.kakou.app.services.DatabaseService}.
 *
 * <p>In: addresses and logins. Out: client settings, and in one line why a service cannot be used.
 *
 * <p>Do not touch: a topic's partitions are for ever, and no login is ever part of a message.
 */
@NullMarked
package io.kakou.app.services;

import org.jspecify.annotations.NullMarked;
