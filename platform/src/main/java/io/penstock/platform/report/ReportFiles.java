package io.penstock.platform.report;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directory of reports: {@code <attempt>.part} while a file is written, {@code <attempt>.gz}
 * when it is whole. Only the platform's account can read them.
 */
@Component
class ReportFiles {

    private static final Pattern NAME =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(?:part|gz)");

    private final Path directory;
    private final long bytesMax;

    ReportFiles(ReportSettings settings) {
        this.directory = settings.directory().toAbsolutePath();
        this.bytesMax = settings.bytesMax().toBytes();
        try {
            Files.createDirectories(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("the directory of reports, " + directory, e);
        }
    }

    PartFile begin(UUID attempt) throws IOException {
        return PartFile.create(part(attempt), bytesMax);
    }

    /** Gives the file of an attempt the name of a whole one. */
    void keep(UUID attempt) throws IOException {
        Files.move(part(attempt), whole(attempt), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes away whatever there is of an attempt. */
    void drop(UUID attempt) {
        try {
            Files.deleteIfExists(part(attempt));
            Files.deleteIfExists(whole(attempt));
        } catch (IOException e) {
            throw new UncheckedIOException("the files of attempt " + attempt, e);
        }
    }

    /** The whole file, compressed; empty when there is none in this directory. */
    Optional<Path> find(UUID attempt) {
        return Optional.of(whole(attempt)).filter(Files::isRegularFile);
    }

    /** Of which there are files, whole or not. */
    List<UUID> attempts() {
        try (var files = Files.list(directory)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> UUID.fromString(name.group(1)))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the directory of reports, " + directory, e);
        }
    }

    private Path part(UUID attempt) {
        return directory.resolve(attempt + ".part");
    }

    private Path whole(UUID attempt) {
        return directory.resolve(attempt + ".gz");
    }
}
