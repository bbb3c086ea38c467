package io.penstock.platform.console.inventory;

import io.penstock.platform.export.ExportFormat;
import io.penstock.platform.export.ExportKind;
import io.penstock.platform.saved.Keeper;
import io.penstock.platform.saved.SavedSearches;
import io.penstock.platform.search.Searched;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.WebUtils;

import java.util.Arrays;
import java.util.List;

/** What stands around a list: query bar, conditions, menus. */
@Component
class ListFrame {

    private final QueryExamples examples;
    private final SavedSearches searches;

    ListFrame(QueryExamples examples, SavedSearches searches) {
        this.examples = examples;
        this.searches = searches;
    }

    void fill(Caller caller, Listing listing, HttpServletRequest request, Model model) {
        var over = listing.over();
        model.addAttribute("listing", listing);
        model.addAttribute("query", listing.query());
        model.addAttribute("paging", listing.paging());
        model.addAttribute("kept", listing.kept());
        model.addAttribute("chips", Chip.of(listing));
        model.addAttribute("columns", Columns.of(over, cookie(request, over)));
        model.addAttribute("example", examples.placeholder(over));
        model.addAttribute("examples", examples.all(over));
        model.addAttribute("saved", searches.seen(Keeper.of(caller), over));
        model.addAttribute("recent", RecentQueries.of(request.getSession(), over));
        model.addAttribute("done", Notices.take(request.getSession(), over));
        model.addAttribute("formats", formats(over));
    }

    /** A query that was answered is one of those that are offered again. */
    void remember(Listing listing, HttpServletRequest request) {
        if (listing.paging().after().isEmpty()) {
            RecentQueries.add(request.getSession(), listing.over(), listing.query());
        }
    }

    private static @Nullable String cookie(HttpServletRequest request, Searched over) {
        var cookie = WebUtils.getCookie(request, Columns.cookieName(over));
        return cookie == null ? null : cookie.getValue();
    }

    private static List<ExportFormat> formats(Searched over) {
        var kind = over == Searched.FINDINGS ? ExportKind.FINDINGS : ExportKind.ASSETS;
        return Arrays.stream(ExportFormat.values()).filter(format -> format.has(kind)).toList();
    }
}
