package io.penstock.platform.api;

import io.penstock.platform.security.ApiToken;
import io.penstock.platform.security.ApiTokens;
import io.penstock.platform.security.Caller;
import io.penstock.platform.security.Role;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** API tokens: they last for days, and are shown once. */
@RestController
class ApiTokensController {

    private static final int ROWS_MAX = 500;

    private final ApiTokens tokens;

    ApiTokensController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * What the token is for.
     *
     * @param role what it allows at most, not above the caller's own role; that one when left out
     * @param days until it ends, 1 to 366; 90 when left out
     */
    record ApiTokenInput(@Nullable String name, @Nullable Role role, @Nullable Integer days) {

        ApiTokens.Order order(Caller caller) {
            return new ApiTokens.Order(
                    name == null ? "" : name,
                    role == null ? Role.valueOf(caller.role()) : role,
                    days == null ? ApiTokens.DAYS_USUAL : days);
        }
    }

    /** The text of the token is shown this once. */
    record NewApiTokenJson(ApiToken about, String token) {

        @Override
        public String toString() {
            return "NewApiTokenJson[" + about.name() + "]";
        }
    }

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    record ApiTokensJson(List<ApiToken> tokens, @Nullable UUID next) {}

    /**
     * Make a token of the caller; the answer shows it this once. It is used like a token of POST
     * /auth, below /api only.
     *
     * @return the token
     */
    @PostMapping("/api/v1/me/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    NewApiTokenJson make(Caller caller, @RequestBody ApiTokenInput input) {
        var made = tokens.make(caller, input.order(caller));
        return new NewApiTokenJson(made.about(), made.token());
    }

    /**
     * The caller's own tokens, newest first.
     *
     * @return tokens, at most 200
     */
    @GetMapping("/api/v1/me/tokens")
    ApiTokensJson own(Caller caller) {
        return new ApiTokensJson(tokens.own(caller), null);
    }

    /**
     * End a token of the caller at once.
     *
     * @return the token
     */
    @PostMapping("/api/v1/me/tokens/{uuid}/revoke")
    ApiToken revokeOwn(Caller caller, @PathVariable UUID uuid) {
        return tokens.revokeOwn(caller, uuid);
    }

    /**
     * Everybody's tokens, newest first.
     *
     * @return one page
     */
    @GetMapping("/api/v1/api-tokens")
    ApiTokensJson all(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") int limit) {
        var asked = Limits.checked(limit, ROWS_MAX);
        var found = tokens.all(caller.tenantId(), after, asked + 1);
        var page = found.subList(0, Math.min(asked, found.size()));
        return new ApiTokensJson(page, found.size() > asked ? page.getLast().uuid() : null);
    }

    /**
     * End anybody's token at once.
     *
     * @return the token
     */
    @PostMapping("/api/v1/api-tokens/{uuid}/revoke")
    ApiToken revoke(Caller caller, @PathVariable UUID uuid) {
        return tokens.revoke(caller, uuid);
    }
}
