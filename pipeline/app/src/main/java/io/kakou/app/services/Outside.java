package io.kakou.app.services;

import org.jspecify.annotations.Nullable;

/** What others run for an installation; what is null here it runs itself. */
public record Outside(@Nullable LogService log, @Nullable StoreService store, @Nullable DatabaseService database) {
    public static final Outside NOTHING = new Outside(null, null, null);
}
