package io.penstock.platform.security;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Sha256;
import io.penstock.platform.audit.AuditTrail;
import io.penstock.platform.text.TypedText;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Tokens that last, for programs: shown once, kept as a hash, good for {@code /api/**} with at most
 * their role. Each belongs to the person who made it and ends with that person's access.
 */
@Component
public class ApiTokens {

    /** Days a token lasts unless its maker says otherwise. */
    public static final int DAYS_USUAL = 90;

    /** Most days a token lasts. */
    public static final int DAYS_MAX = 366;

    /** Most tokens of one person that may be used at the same time. */
    public static final int ACTIVE_MAX = 50;

    /** How a token begins, so that scanners of source text recognise one that got away. */
    static final String MARK = "pst_";

    private static final int BYTES = 32;
    private static final int NAME_MAX = 100;
    private static final int OWN_SHOWN = 200;

    private final ApiTokenRows rows;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(ApiTokenRows rows, AuditTrail trail, Clock clock) {
        this.rows = rows;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What somebody wants.
     *
     * @param days until it ends
     */
    public record Order(String name, Role role, int days) {}

    private record Facts(String owner, String name, Role role, Instant expiresAt) {

        static Facts of(ApiToken token) {
            return new Facts(token.owner(), token.name(), token.role(), token.expiresAt());
        }
    }

    /** The roles a caller may give to a token, the caller's own first. */
    public List<Role> roles(Caller caller) {
        var own = Role.valueOf(caller.role());
        return List.of(Role.values()).stream().filter(own::covers).toList();
    }

    /**
     * Makes a token of the caller.
     *
     * @throws FaultException CONFIGURATION for a name, role or length that is not allowed, CONFLICT
     *     for one token too many, PERMISSION when the caller is an API token itself
     */
    @Transactional
    public NewApiToken make(Caller caller, Order order) {
        if (!caller.apiToken().isEmpty()) {
            throw new FaultException(
                    FaultKind.PERMISSION,
                    "TOKEN_BY_TOKEN",
                    "An API token cannot make another one.",
                    "Sign in as a person, or with POST /auth.");
        }
        var checked = checked(caller, order);
        if (rows.active(caller) >= ACTIVE_MAX) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "TOKEN_TOO_MANY",
                    "You have " + ACTIVE_MAX + " tokens that can be used already.",
                    "Revoke one that is not needed any more.");
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var text = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = UUID.randomUUID();
        var end = clock.instant().plus(Duration.ofDays(checked.days()));
        rows.insert(caller, id, checked, hash(text), end);
        var made = require(caller.tenantId(), id);
        trail.changed("token.make", id, null, Facts.of(made));
        return new NewApiToken(made, text);
    }

    /** The caller's own, newest first, at most 200. */
    public List<ApiToken> own(Caller caller) {
        return rows.ofUser(caller, OWN_SHOWN);
    }

    /**
     * Everybody's, newest first.
     *
     * @param after the last token of the page before; null for the first page
     */
    public List<ApiToken> all(int tenantId, @Nullable UUID after, int limit) {
        return after == null ? rows.first(tenantId, limit) : rows.after(tenantId, after, limit);
    }

    /**
     * Ends a token of the caller's own at once; one that has ended stays as it is.
     *
     * @throws FaultException NOT_FOUND, for another person's token too
     */
    @Transactional
    public ApiToken revokeOwn(Caller caller, UUID id) {
        if (!require(caller.tenantId(), id).ownerUuid().equals(caller.userId())) {
            throw unknown(id);
        }
        return revoke(caller, id);
    }

    /**
     * Ends anybody's token at once; one that has ended stays as it is.
     *
     * @throws FaultException NOT_FOUND
     */
    @Transactional
    public ApiToken revoke(Caller by, UUID id) {
        var before = require(by.tenantId(), id);
        rows.revoke(by, id);
        trail.changed("token.revoke", id, Facts.of(before), null);
        return require(by.tenantId(), id);
    }

    /** Deletes what is left of tokens that ended before a moment. */
    public int forget(int tenantId, Instant before) {
        return rows.forget(tenantId, before);
    }

    static byte[] hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private Order checked(Caller caller, Order order) {
        var name = TypedText.line("name", order.name()).strip();
        if (name.isEmpty() || name.length() > NAME_MAX) {
            throw refused("TOKEN_NAME", "A token's name has 1 to " + NAME_MAX + " characters.");
        }
        if (!roles(caller).contains(order.role())) {
            throw refused(
                    "TOKEN_ROLE",
                    "Your own role does not allow a token of role " + order.role() + ".");
        }
        if (order.days() < 1 || order.days() > DAYS_MAX) {
            throw refused(
                    "TOKEN_DAYS",
                    "The field 'days' is " + order.days() + ", allowed are 1 to " + DAYS_MAX + ".");
        }
        return new Order(name, order.role(), order.days());
    }

    private ApiToken require(int tenantId, UUID id) {
        return rows.find(tenantId, id).orElseThrow(() -> unknown(id));
    }

    private static FaultException unknown(UUID id) {
        return new FaultException(
                FaultKind.NOT_FOUND, "TOKEN_UNKNOWN", "There is no token " + id + ".", "");
    }

    private static FaultException refused(String code, String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, code, sentence, "");
    }
}
