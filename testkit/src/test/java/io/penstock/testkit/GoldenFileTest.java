package io.penstock.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class GoldenFileTest {

    @TempDir private Path folder;

    @Test
    void matchesTheSameText() throws IOException {
        var file = Files.writeString(folder.resolve("same.txt"), "a\nb\n");
        assertThatCode(() -> new GoldenFile(file).assertMatches("a\nb\n"))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheFirstLineThatDiffers() throws IOException {
        var file = Files.writeString(folder.resolve("other.txt"), "a\nb\n");
        assertThatThrownBy(() -> new GoldenFile(file).assertMatches("a\nc\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("line 2", "expected: b", "actual:   c");
    }

    @Test
    void aMissingFileDoesNotMatch() {
        assertThatThrownBy(() -> new GoldenFile(folder.resolve("none.txt")).assertMatches("a"))
                .isInstanceOf(AssertionError.class);
    }
}
