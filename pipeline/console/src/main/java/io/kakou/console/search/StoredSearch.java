package io.kakou.console.search;

import io.kakou.events.Search;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A search and whose it is.
 *
 * @param area that its place lies in, or null
 */
public record StoredSearch(Search search, @Nullable String area, Instant openedAt) {}
