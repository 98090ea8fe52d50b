package io.kakou.models.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheFolderTest {
    @ParameterizedTest(name = "KAKOU_CACHE={0} XDG_CACHE_HOME={1}: {2}")
    @CsvSource({
        "/own, /shared, /own",
        "'', /shared, /shared/kakou",
        "'', '', /home/me/.cache/kakou",
        "'', relative, /home/me/.cache/kakou"
    })
    void own_setting_then_the_desktops_then_home(String own, String shared, String expected) {
        assertThat(CacheFolder.of(Map.of("KAKOU_CACHE", own, "XDG_CACHE_HOME", shared), Path.of("/home/me")))
                .isEqualTo(Path.of(expected));
    }
}
