package io.penstock.platform.api;

import io.penstock.platform.search.AssetOrder;
import io.penstock.platform.search.AssetSearch;
import io.penstock.platform.search.FindingOrder;
import io.penstock.platform.search.FindingSearch;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.InputStream;

/**
 * Findings and assets for a query that does not fit into an address: the answers, bounds and
 * refusals are those of the GET calls.
 */
@RestController
class SearchController {

    /** What is read of a body that is refused, so that its sender gets to the answer. */
    private static final long DISCARDED_MAX = 32L << 20;

    private final FindingSearch findings;
    private final AssetSearch assets;

    SearchController(FindingSearch findings, AssetSearch assets) {
        this.findings = findings;
        this.assets = assets;
    }

    /** Findings that match a query too long for an address. Otherwise as {@code GET}. */
    @PostMapping("/api/v1/findings/search")
    FindingsController.FindingsJson findings(Caller caller, HttpServletRequest request)
            throws IOException {
        var body = body(request);
        return FindingsController.FindingsJson.of(
                findings.find(
                        caller.tenantId(),
                        body.query(),
                        body.order(FindingOrder.WORST_FIRST),
                        body.after(),
                        body.limit()));
    }

    /** Assets that match a query too long for an address. Otherwise as {@code GET}. */
    @PostMapping("/api/v1/assets/search")
    AssetsController.AssetsJson assets(Caller caller, HttpServletRequest request)
            throws IOException {
        var body = body(request);
        return AssetsController.AssetsJson.of(
                assets.find(
                        caller.tenantId(),
                        body.query(),
                        body.order(AssetOrder.NAME_ASC),
                        body.after(),
                        body.limit()));
    }

    /**
     * A client that still sends when the connection is closed never sees why. So what is left of a
     * body is taken off the line, up to a bound, and thrown away.
     */
    private static SearchBody body(HttpServletRequest request) throws IOException {
        var content = request.getInputStream();
        try {
            return SearchBody.read(content);
        } finally {
            discard(content);
        }
    }

    private static void discard(InputStream content) throws IOException {
        var buffer = new byte[8_192];
        var left = DISCARDED_MAX;
        var count = 0;
        while (left > 0 && count >= 0) {
            count = content.read(buffer);
            left -= count;
        }
    }
}
