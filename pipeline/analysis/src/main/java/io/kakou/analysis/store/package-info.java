/**
 * The object store, and what proves that nothing in it was changed.
 *
 * <p>Door: {@link io.kakou.analysis.store.ObjectStore}.
 *
 * <p>In: objects under keys. Out: the same bytes, and a line of {@link io.kakou.analysis.store.HashLog} for each.
 *
 * <p>Do not touch: no other room knows the store's library; a put returns only after its hash is on disk.
 */
@NullMarked
package io.kakou.analysis.store;

import org.jspecify.annotations.NullMarked;
