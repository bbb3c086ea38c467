package io.penstock.vendor.crowdstrike;

import io.penstock.source.HttpAnswer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the one token of a session. Renewal is single-flight: the vendor counts token calls per
 * address (300 a minute), and a crowd of threads that renew at once would lock the customer out.
 */
final class TokenKeeper {

    static final String PATH = "/oauth2/token";

    private final FalconHttp http;
    private final InstantSource clock;
    private final Pace pace;
    private final Credentials credentials;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable Token token;

    TokenKeeper(FalconHttp http, InstantSource clock, Pace pace, Credentials credentials) {
        this.http = http;
        this.clock = clock;
        this.pace = pace;
        this.credentials = credentials;
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
        pace.awaitTurn();
        var asked = clock.instant();
        var answer = http.post(PATH, credentials.form());
        if (answer.status() != 201 && answer.status() != 200) {
            throw Refusals.ofToken(answer, http.home(), wait(answer));
        }
        return read(answer, asked);
    }

    private @Nullable Duration wait(HttpAnswer answer) {
        return switch (answer.status() / 100) {
            case 4 -> answer.status() == 429 ? pace.refused(answer) : null;
            case 5 -> pace.failed(answer);
            default -> null;
        };
    }

    private Token read(HttpAnswer answer, Instant asked) {
        var grant = TokenGrant.read(answer);
        return new Token(grant.value(), asked.plusSeconds(grant.lifeSeconds()));
    }
}
