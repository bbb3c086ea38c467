package io.penstock.platform.engine;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Sha256;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The engine's image as this platform hands it out (S-119, S-120). */
@Component
public class EngineImageFile {

    /** The name the specification gives it (S-124). */
    public static final String NAME = "onprem-execution-engine.tar.gz";

    private final Path file;
    private final AtomicReference<Optional<Facts>> known = new AtomicReference<>(Optional.empty());

    EngineImageFile(@Value("${penstock.engine-image}") Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * @param sha256 lower-case hex
     */
    public record Facts(Path file, long bytes, String sha256, Instant changedAt) {}

    public boolean isThere() {
        return Files.isRegularFile(file);
    }

    /**
     * @throws FaultException NOT_FOUND when this installation has no image
     */
    public Facts facts() {
        try {
            var bytes = Files.size(file);
            var changed = Files.getLastModifiedTime(file).toInstant();
            var before = known.get();
            if (before.isPresent()
                    && before.get().bytes() == bytes
                    && before.get().changedAt().equals(changed)) {
                return before.get();
            }
            var now = new Facts(file, bytes, digest(), changed);
            known.set(Optional.of(now));
            return now;
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.NOT_FOUND,
                            "ENGINE_IMAGE_MISSING",
                            "This platform has no engine image to hand out.",
                            "Build it with mvn package on Linux, or set penstock.engine-image to"
                                    + " the path of "
                                    + NAME
                                    + "."),
                    e);
        }
    }

    private String digest() throws IOException {
        var digest = Sha256.digest();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
