package io.penstock.platform.api;

import io.penstock.platform.intelligence.ImportRecord;
import io.penstock.platform.intelligence.Intelligence;
import io.penstock.platform.intelligence.PublicList;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.List;

/** Public lists: EPSS and CISA's catalogue of exploited vulnerabilities. */
@RestController
class IntelligenceController {

    private static final int IMPORTS_MAX = 500;

    private final Intelligence intelligence;

    IntelligenceController(Intelligence intelligence) {
        this.intelligence = intelligence;
    }

    record ListsJson(List<Intelligence.Stored> lists) {}

    record ImportsJson(List<ImportRecord> imports) {}

    /**
     * The public lists and how old they are.
     *
     * @return lists
     */
    @GetMapping("/api/v1/intelligence")
    ListsJson lists(Caller caller) {
        return new ListsJson(intelligence.stored(caller.tenantId()));
    }

    /**
     * Imports of public lists, newest first.
     *
     * @return imports
     */
    @GetMapping("/api/v1/intelligence/imports")
    ImportsJson imports(Caller caller, @RequestParam(defaultValue = "50") int limit) {
        return new ImportsJson(
                intelligence.imports(caller.tenantId(), Limits.checked(limit, IMPORTS_MAX)));
    }

    /**
     * Import a public list from a file; whole or not at all.
     *
     * @param list {@code epss} or {@code kev}
     * @param force takes a file that is older or much smaller than what is stored
     * @return the import
     */
    @PostMapping("/api/v1/intelligence/{list}")
    ImportRecord take(
            Caller caller,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean force,
            HttpServletRequest request)
            throws IOException {
        var wanted = PublicList.named(list);
        try (var file = SentFile.of(request)) {
            var called = name.isEmpty() ? file.name() : name;
            return intelligence.take(
                    caller.tenantId(),
                    caller.username(),
                    wanted,
                    file.content(),
                    called.isEmpty() ? "upload" : called,
                    force);
        }
    }

    /**
     * Import a public list from its configured address.
     *
     * @return the import
     */
    @PostMapping("/api/v1/intelligence/{list}/fetch")
    ImportRecord fetch(Caller caller, @PathVariable String list) {
        return intelligence.fetch(caller.tenantId(), caller.username(), PublicList.named(list));
    }
}
