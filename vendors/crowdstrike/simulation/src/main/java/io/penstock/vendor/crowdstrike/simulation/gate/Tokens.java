package io.penstock.vendor.crowdstrike.simulation.gate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bearer tokens that carry their end and are signed, so that none has to be remembered. They have
 * the size of the vendor's, some 1.15 kB, because that is what headers must carry.
 */
public final class Tokens {

    private static final String HEADER = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    private static final String END = "{\"exp\":";
    private static final String MEMBER = ",\"member\":\"";
    private static final int PADDING = 690;

    private final SecretKeySpec key;
    private final Supplier<Duration> life;
    private final InstantSource clock;
    private final AtomicLong issued = new AtomicLong();

    /**
     * Makes an issuer.
     *
     * @param secret what the signature is derived from
     * @param life how long a token lives, asked anew for each
     */
    public Tokens(String secret, Supplier<Duration> life, InstantSource clock) {
        this.key =
                new SecretKeySpec(
                        ("token:" + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.life = life;
        this.clock = clock;
    }

    /** A new token for all customers; earlier ones stay valid. */
    public String issue() {
        return issue("");
    }

    /**
     * A new token.
     *
     * @param member the only customer it may see, or empty for all
     */
    public String issue(String member) {
        long end = clock.instant().plus(life.get()).toEpochMilli();
        String claims =
                END
                        + end
                        + ",\"jti\":"
                        + issued.incrementAndGet()
                        + (member.isEmpty() ? "" : MEMBER + member + "\"")
                        + ",\"pad\":\""
                        + "penstock".repeat(PADDING / 8)
                        + "\"}";
        String signed = HEADER + "." + encoded(claims);
        return signed + "." + signature(signed);
    }

    /** What a client is told: one second less than the life. */
    public long expiresIn() {
        return Math.max(0, life.get().toSeconds() - 1);
    }

    /** True for a token of ours that is still alive. */
    public boolean valid(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < HEADER.length() + 1 || !token.startsWith(HEADER + ".")) {
            return false;
        }
        byte[] expected = signature(token.substring(0, dot)).getBytes(StandardCharsets.US_ASCII);
        byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given)
                && clock.instant().isBefore(end(token.substring(HEADER.length() + 1, dot)));
    }

    /** The only customer a valid token may see, or empty for all. */
    public String member(String token) {
        int first = token.indexOf('.');
        int last = token.lastIndexOf('.');
        if (first < 0 || last <= first) {
            return "";
        }
        byte[] claims = Base64.getUrlDecoder().decode(token.substring(first + 1, last));
        String text = new String(claims, StandardCharsets.UTF_8);
        int start = text.indexOf(MEMBER);
        return start < 0
                ? ""
                : text.substring(
                        start + MEMBER.length(), text.indexOf('"', start + MEMBER.length()));
    }

    private static Instant end(String claims) {
        String text = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
        return Instant.ofEpochMilli(
                Long.parseLong(text.substring(END.length(), text.indexOf(','))));
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] made = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
