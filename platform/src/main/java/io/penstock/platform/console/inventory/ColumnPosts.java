package io.penstock.platform.console.inventory;

import io.penstock.platform.search.AssetOrder;
import io.penstock.platform.search.FindingOrder;
import io.penstock.platform.search.GroupBy;
import io.penstock.platform.search.Searched;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Duration;
import java.util.List;

/** Keeps which columns a person wants to see, and leads back to the list. */
@Controller
class ColumnPosts {

    private static final Duration KEPT = Duration.ofDays(365);

    @PostMapping(Listing.FINDINGS + "/columns")
    String findings(
            @RequestParam(defaultValue = "") List<String> show,
            @RequestParam(defaultValue = "") String usual,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "WORST_FIRST") FindingOrder order,
            @RequestParam(required = false) @Nullable GroupBy group,
            HttpServletResponse response) {
        keep(Searched.FINDINGS, usual.isEmpty() ? show : null, response);
        return back(Listing.findings(query, order, group, Listing.Turn.FIRST));
    }

    @PostMapping(Listing.ASSETS + "/columns")
    String assets(
            @RequestParam(defaultValue = "") List<String> show,
            @RequestParam(defaultValue = "") String usual,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "NAME_ASC") AssetOrder order,
            HttpServletResponse response) {
        keep(Searched.ASSETS, usual.isEmpty() ? show : null, response);
        return back(Listing.assets(query, order, Listing.Turn.FIRST));
    }

    /**
     * @param show keys of columns; null for the usual ones
     */
    private static void keep(
            Searched over, @Nullable List<String> show, HttpServletResponse response) {
        var value = show == null ? "" : Columns.chosen(over, show).cookie();
        var cookie =
                ResponseCookie.from(Columns.cookieName(over), value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(show == null ? Duration.ZERO : KEPT)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String back(Listing listing) {
        return "redirect:" + listing.paging().first();
    }
}
