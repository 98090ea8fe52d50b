package io.kakou.app.services;

import org.jspecify.annotations.Nullable;

/**
 * What others run for an installation; what is null here it runs itself.
 *
 * @param jobs whether the rooms' jobs run on a Flink of others
 */
public record Outside(
        @Nullable LogService log, @Nullable StoreService store, @Nullable DatabaseService database, boolean jobs) {
    public static final Outside NOTHING = new Outside(null, null, null, false);
}
