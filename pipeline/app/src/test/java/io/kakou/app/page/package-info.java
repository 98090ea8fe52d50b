/**
 * The page in a real browser.
 *
 * <p>Door: {@link io.kakou.app.page.OperatorPage}.
 * In → Out: a running system's address → what an operator sees and does there.
 * Do not touch: waits are for what is seen, never for time.
 */
@NullMarked
package io.kakou.app.page;

import org.jspecify.annotations.NullMarked;
