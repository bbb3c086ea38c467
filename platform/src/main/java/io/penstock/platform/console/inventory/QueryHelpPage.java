package io.penstock.platform.console.inventory;

import io.penstock.platform.search.QueryFields;
import io.penstock.platform.search.Searched;
import io.penstock.query.FieldType;
import io.penstock.query.QueryField;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Locale;

/** The query language, with the fields of the catalogue (S-086). */
@Controller
class QueryHelpPage {

    private final QueryFields fields;

    QueryHelpPage(QueryFields fields) {
        this.fields = fields;
    }

    /** The fields of one kind of record. */
    public record Part(String id, String title, List<Line> lines) {}

    /**
     * A field and where its example leads to.
     *
     * @param type or the words it takes
     */
    public record Line(QueryField field, String type, String address) {

        static Line of(QueryField field) {
            return of(field, overFindings(field) ? Searched.FINDINGS : Searched.ASSETS);
        }

        static Line of(QueryField field, Searched over) {
            return new Line(
                    field, type(field), Listing.plain(over, field.example()).paging().first());
        }

        private static String type(QueryField field) {
            return field.type() == FieldType.ENUM
                    ? String.join(", ", field.values().keySet())
                    : field.type().name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping("/help/query")
    String show(Model model) {
        model.addAttribute(
                "parts",
                List.of(
                        new Part("findings", "Fields of findings", lines(true)),
                        new Part("hosts", "Fields of hosts", lines(false))));
        return "query-help";
    }

    /**
     * The fields under a query bar.
     *
     * @param over findings or assets
     */
    @GetMapping("/help/query/fields")
    String fields(@RequestParam(defaultValue = "findings") String over, Model model) {
        var searched = over.equals("assets") ? Searched.ASSETS : Searched.FINDINGS;
        var all = searched == Searched.ASSETS ? fields.assets() : fields.findings();
        model.addAttribute("lines", all.stream().map(one -> Line.of(one, searched)).toList());
        return "inventory-parts :: fields";
    }

    private List<Line> lines(boolean ofFindings) {
        return fields.findings().stream()
                .filter(field -> overFindings(field) == ofFindings)
                .map(Line::of)
                .toList();
    }

    private static boolean overFindings(QueryField field) {
        return field.name().startsWith("finding.");
    }
}
