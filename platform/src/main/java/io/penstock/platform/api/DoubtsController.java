package io.penstock.platform.api;

import io.penstock.platform.identity.DoubtLists;
import io.penstock.platform.identity.DoubtLists.Ambiguous;
import io.penstock.platform.identity.DoubtLists.Suspicious;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** What identification could not tell: records that fit several machines, shared values. */
@RestController
class DoubtsController {

    private static final int ROWS_MAX = 500;

    private final DoubtLists doubts;

    DoubtsController(DoubtLists doubts) {
        this.doubts = doubts;
    }

    /**
     * @param next pass it as {@code after}; null on the last page
     */
    record AmbiguousJson(List<Ambiguous> rows, @Nullable String next) {}

    /**
     * @param next pass its fields as {@code afterRule} and {@code afterValue}; null on the last
     *     page
     */
    record SuspiciousJson(List<Suspicious> rows, @Nullable Next next) {}

    record Next(String rule, String value) {}

    /**
     * Records that several assets match, with the suggestions to merge.
     *
     * @return one page
     */
    @GetMapping("/api/v1/identification/ambiguous")
    AmbiguousJson ambiguous(
            Caller caller,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Limits.checked(limit, ROWS_MAX);
        var found = doubts.ambiguous(caller.tenantId(), after, size);
        return new AmbiguousJson(found, found.size() < size ? null : found.getLast().cursor());
    }

    /**
     * Identifiers that too many records carry.
     *
     * @return one page
     */
    @GetMapping("/api/v1/identification/suspicious")
    SuspiciousJson suspicious(
            Caller caller,
            @RequestParam(defaultValue = "") String afterRule,
            @RequestParam(defaultValue = "") String afterValue,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Limits.checked(limit, ROWS_MAX);
        var found = doubts.suspicious(caller.tenantId(), afterRule, afterValue, size);
        if (found.size() < size) {
            return new SuspiciousJson(found, null);
        }
        var last = found.getLast();
        return new SuspiciousJson(found, new Next(last.rule(), last.value()));
    }
}
