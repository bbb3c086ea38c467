package io.penstock.platform.engine;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Sha256;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.security.EngineAccounts;
import io.penstock.platform.text.SaidText;
import io.penstock.platform.text.TypedText;
import io.penstock.wire.EnrolRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** One-time tokens: shown once, kept as a hash, good for one engine of one connection. */
@Component
public class EngineTokens {

    static final Duration LIFE = Duration.ofDays(7);

    private static final int TOKEN_BYTES = 32;
    private static final int TEXT_MAX = 200;

    private final JdbcClient jdbc;
    private final EngineAccounts accounts;
    private final SecureRandom random = new SecureRandom();

    EngineTokens(JdbcClient jdbc, EngineAccounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** A token as it is shown once; {@code toString} hides it. */
    public record NewToken(String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "NewToken[until " + expiresAt + "]";
        }
    }

    private record Spent(int tenantId, int connectionId, String name) {}

    private record Owner(int tenantId, UUID engine) {}

    /**
     * @param name what the engine will be called in lists
     */
    @Transactional
    public NewToken make(Connection connection, String name, String madeBy) {
        var label = TypedText.line("name", name).strip();
        if (label.isEmpty() || label.length() > TEXT_MAX) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "ENGINE_NAME",
                    "An engine's name has 1 to " + TEXT_MAX + " characters.",
                    "");
        }
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var expires =
                jdbc.sql(
                                """
                                insert into engine_token (tenant_id, token_id, connection_id, name,
                                    token_hash, made_by, made_at, expires_at)
                                values (?, ?, ?, ?, ?, ?, now(), now() + make_interval(secs => ?))
                                returning expires_at
                                """)
                        .params(connection.tenantId(), UUID.randomUUID(), connection.id(), label)
                        .params(hash(token), madeBy, LIFE.toSeconds())
                        .query((row, _) -> row.getTimestamp(1).toInstant())
                        .single();
        return new NewToken(token, expires);
    }

    /**
     * Trades a token for an account. An engine that did not hear the answer asks again with the
     * same key and gets the same name, until the token expires.
     *
     * @return the user name
     * @throws FaultException AUTHENTICATION for a token that is unknown, too old or spent on
     *     another key
     */
    @Transactional
    public String enrol(EnrolRequest request) {
        var token = hash(request.token());
        var id = UUID.randomUUID();
        return spend(token, id)
                .map(spent -> accept(spent, id, request))
                .or(() -> spentOn(token, request.key()))
                .orElseThrow(EngineTokens::refused);
    }

    private Optional<Spent> spend(byte[] token, UUID engine) {
        return jdbc.sql(
                        """
                        update engine_token set used_at = now(), engine_id = ?
                        where token_hash = ? and used_at is null and expires_at > now()
                        returning tenant_id, connection_id, name
                        """)
                .params(engine, token)
                .query((row, _) -> new Spent(row.getInt(1), row.getInt(2), row.getString(3)))
                .optional();
    }

    /** The user name of the engine that spent the token, if it still signs in with this key. */
    private Optional<String> spentOn(byte[] token, String key) {
        return jdbc.sql(
                        """
                        select tenant_id, engine_id from engine_token
                        where token_hash = ? and engine_id is not null and expires_at > now()
                        """)
                .param(token)
                .query((row, _) -> new Owner(row.getInt(1), row.getObject(2, UUID.class)))
                .optional()
                .flatMap(owner -> accounts.known(owner.tenantId(), owner.engine(), key));
    }

    private String accept(Spent spent, UUID id, EnrolRequest request) {
        var username = accounts.create(spent.tenantId(), id, request.key());
        jdbc.sql(
                        """
                        insert into engine (tenant_id, engine_id, connection_id, user_id, name,
                            version, host, enrolled_at, key_changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, now(), now())
                        """)
                .params(spent.tenantId(), id, spent.connectionId(), id, spent.name())
                .params(SaidText.line(request.engineVersion()), SaidText.line(request.engineHost()))
                .update();
        return username;
    }

    private static FaultException refused() {
        return new FaultException(
                FaultKind.AUTHENTICATION,
                "ENROLMENT_REFUSED",
                "The enrolment token is unknown, was used already or is too old.",
                "Make a new token on the connection's page.");
    }

    private static byte[] hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }
}
