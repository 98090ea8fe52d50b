/**
 * Where each manufacturer's cameras keep their main and their sub stream.
 *
 * <p>Door: {@link io.kakou.rtsp.vendor.Vendor} and {@link io.kakou.rtsp.vendor.StreamPlace}.
 *
 * <p>In: a host and a channel, or an address that somebody pasted. Out: addresses, and whose they are.
 *
 * <p>Do not touch: an address is only recognised where its path fits to the letter; nothing is opened here.
 */
@NullMarked
package io.kakou.rtsp.vendor;

import org.jspecify.annotations.NullMarked;
