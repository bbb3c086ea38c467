package io.penstock.platform.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Makes and reads the bearer tokens: HS256 with a key kept in the data directory. */
@Component
final class Tokens implements JwtDecoder {

    static final Duration LIFE = Duration.ofHours(4);
    static final String TENANT = "tenant";
    static final String ROLE = "role";
    static final String STAMP = "stamp";

    private static final String ISSUER = "penstock";
    private static final int KEY_BYTES = 32;

    private final Clock clock;
    private final JwtEncoder encoder;
    private final JwtDecoder decoder;

    Tokens(@Value("${penstock.data}") Path data, Clock clock) {
        var key = key(data.resolve("jwt.key"));
        this.clock = clock;
        this.encoder = NimbusJwtEncoder.withSecretKey(key).build();
        var nimbus = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
        nimbus.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        JwtValidators.createDefaultWithIssuer(ISSUER)));
        this.decoder = nimbus;
    }

    String issue(Account account) {
        var now = clock.instant();
        var claims =
                JwtClaimsSet.builder()
                        .issuer(ISSUER)
                        .subject(account.user().id().toString())
                        .issuedAt(now)
                        .expiresAt(now.plus(LIFE))
                        .claim(TENANT, account.user().tenantId())
                        .claim(ROLE, account.user().role().name())
                        .claim(STAMP, account.stamp())
                        .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).type("JWT").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    @Override
    public Jwt decode(String token) {
        return decoder.decode(token);
    }

    private static SecretKey key(Path file) {
        var text =
                KeyFile.read(
                        file,
                        () -> {
                            var bytes = new byte[KEY_BYTES];
                            new SecureRandom().nextBytes(bytes);
                            return Base64.getEncoder().encodeToString(bytes);
                        });
        return new SecretKeySpec(Base64.getDecoder().decode(text.strip()), "HmacSHA256");
    }
}
