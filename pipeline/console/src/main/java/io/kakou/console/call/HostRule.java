package io.kakou.console.call;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a browser may call this server by. The owner of any site can let one of its names lead here, and its pages would
 * then be of our origin (DNS rebinding): a name must be a known one. An address in numbers cannot be led elsewhere.
 */
public final class HostRule {
    private static final String NUMBERS = "[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]";

    private final Set<String> names = new HashSet<>(Set.of("localhost"));

    /** @param names besides the host itself and localhost */
    public HostRule(String host, List<String> names) {
        this.names.add(host.toLowerCase(Locale.ROOT));
        names.forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Whether a browser may call this server so.
     *
     * @param host as the browser sent it, without a port; null where it sent none
     */
    public boolean allows(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.matches(NUMBERS) || names.contains(name);
    }
}
