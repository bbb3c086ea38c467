package io.penstock.platform.engine;

import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links of the image for a machine where nobody signs in: good for an hour and until this process
 * ends. The image is no secret; the link only keeps strangers from fetching it.
 */
@Component
public class ImageLinks {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("(\\d{1,12})-([0-9a-f]{64})");

    private final Clock clock;
    private final byte[] key = new byte[KEY_BYTES];

    ImageLinks(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /**
     * @param proof a part of the link's path
     */
    public record Link(String proof, Instant expiresAt) {}

    /** A new link. */
    public Link make() {
        var until = Instant.ofEpochSecond(clock.instant().plus(LIFE).getEpochSecond());
        return new Link(until.getEpochSecond() + "-" + mark(until.getEpochSecond()), until);
    }

    /** Whether the proof was made here and is not too old. */
    public boolean holds(String proof) {
        var match = FORM.matcher(proof);
        if (!match.matches()) {
            return false;
        }
        var until = Long.parseLong(match.group(1));
        return clock.instant().getEpochSecond() <= until
                && MessageDigest.isEqual(
                        mark(until).getBytes(StandardCharsets.US_ASCII),
                        match.group(2).getBytes(StandardCharsets.US_ASCII));
    }

    private String mark(long until) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of()
                    .formatHex(
                            mac.doFinal(Long.toString(until).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
