package io.penstock.vendor.crowdstrike;

import io.penstock.source.HttpAnswer;
import io.penstock.source.Secret;
import io.penstock.source.Settings;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the one token of a session. Renewal is single-flight: the vendor counts token calls per
 * address (300 a minute), and a crowd of threads that renew at once would lock the customer out.
 */
final class TokenKeeper {

    static final String PATH = "/oauth2/token";

    private final FalconHttp http;
    private final InstantSource clock;
    private final Secret clientId;
    private final Secret clientSecret;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable Token token;

    TokenKeeper(FalconHttp http, InstantSource clock, Settings settings) {
        this.http = http;
        this.clock = clock;
        this.clientId = settings.secret(FalconDescriptor.CLIENT_ID);
        this.clientSecret = settings.secret(FalconDescriptor.CLIENT_SECRET);
    }

    /** A token with at least three minutes left. */
    Token current() {
        var known = token;
        return known != null && known.lasts(clock.instant()) ? known : renew(known);
    }

    /** A token other than one the vendor has just refused. */
    Token insteadOf(Token refused) {
        return renew(refused);
    }

    private Token renew(@Nullable Token unwanted) {
        renewing.lock();
        try {
            var known = token;
            if (known != null && !known.equals(unwanted) && known.lasts(clock.instant())) {
                return known;
            }
            var fresh = request();
            token = fresh;
            return fresh;
        } finally {
            renewing.unlock();
        }
    }

    private Token request() {
        var asked = clock.instant();
        var answer =
                http.post(
                        PATH,
                        Map.of(
                                "client_id", clientId.reveal(),
                                "client_secret", clientSecret.reveal()));
        if (answer.status() != 201 && answer.status() != 200) {
            throw Refusals.ofToken(answer, http.home(), clock.instant());
        }
        return read(answer, asked);
    }

    private Token read(HttpAnswer answer, Instant asked) {
        var grant = TokenGrant.read(answer);
        return new Token(grant.value(), asked.plusSeconds(grant.lifeSeconds()));
    }
}
