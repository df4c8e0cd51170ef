package org.eigenscope.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {
    @Test
    void librariesOfAClassPathHaveNamesAndVersionsOnce() {
        assertThat(Version.libraries("javafx-base-21.0.10.jar javafx-base-21.0.10-linux.jar openblas-0.3.30-1.5.12.jar"
                        + " openblas-0.3.30-1.5.12-linux-x86_64.jar ikonli-fontawesome5-pack-12.3.1.jar"))
                .containsExactly("javafx-base 21.0.10", "openblas 0.3.30-1.5.12", "ikonli-fontawesome5-pack 12.3.1");
    }

    @Test
    void classesWithoutAJarAreADevelopmentBuildOnThisJava() {
        assertThat(new Version().getVersion())
                .hasSize(2)
                .startsWith("eigenscope (development build)")
                .anySatisfy(line -> assertThat(line).contains(System.getProperty("java.version")));
    }
}
