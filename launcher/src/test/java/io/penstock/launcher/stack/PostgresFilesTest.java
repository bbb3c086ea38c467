package io.penstock.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PostgresFilesTest {

    @TempDir private Path data;

    @Test
    void readsWhereTheServerListensAndItsSecret() throws IOException {
        var cluster = Files.createDirectory(data.resolve("postgresql-data"));
        Files.writeString(cluster.resolve("postmaster.pid"), "4711\n/data\n1700000000\n5544\n\n");
        Files.writeString(data.resolve("postgres.secret"), "s3cret\n");
        var files = new PostgresFiles(data);

        assertThat(files.url()).isEqualTo("jdbc:postgresql://127.0.0.1:5544/penstock");
        assertThat(files.pid()).isEqualTo(4711);
        assertThat(files.password()).isEqualTo("s3cret");
        assertThat(files.toString()).doesNotContain("s3cret");
    }

    @Test
    void saysThatNoServerRuns() {
        var files = new PostgresFiles(data);

        assertThatThrownBy(files::url)
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("postmaster.pid");
    }
}
