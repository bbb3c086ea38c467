package io.penstock.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Run times that are linked for real. */
class JavaRuntimeTest {

    @TempDir private Path folder;

    @Test
    void linksAgainAfterALinkThatFailedAndNotWithoutNeed() throws Exception {
        var home = folder.resolve("jre");
        JavaRuntime.link(home, List.of("java.base"));
        assertThatThrownBy(() -> JavaRuntime.link(home, List.of("no.such.module")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no.such.module");

        var again = JavaRuntime.link(home, List.of("java.base"));
        assertThat(again.java()).isExecutable();

        Files.delete(again.java());
        assertThat(JavaRuntime.link(home, List.of("java.base")).java())
                .as("the same was linked here before")
                .doesNotExist();
    }
}
