package io.penstock.platform.console.inventory;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.search.AssetGroups;
import io.penstock.platform.search.FindingGroups;
import io.penstock.query.Query;
import io.penstock.query.QueryException;
import io.penstock.query.QueryField;

import org.springframework.ui.Model;

import java.util.List;
import java.util.function.Supplier;

/**
 * One property that narrows a list down, with a count for each of its values.
 *
 * @param by name of the property, by which its values are drawn
 * @param exact false when only the worst findings were counted
 * @param more values that are not shown
 */
public record Facet(String by, String label, List<Choice> choices, boolean exact, long more) {

    /**
     * Puts counts on a page. A part without numbers says so itself: one with another status would
     * not be shown.
     */
    static void counted(String name, Model model, Supplier<Object> numbers) {
        try {
            model.addAttribute(name, numbers.get());
        } catch (FaultException e) {
            model.addAttribute("countFault", e.fault());
        } catch (QueryException e) {
            model.addAttribute("countFault", e.fault().asFault());
        }
    }

    /**
     * @param address the list with the value chosen, or dropped when it is chosen
     * @param bounded there are more than {@code count}
     */
    public record Choice(
            String label, long count, boolean bounded, boolean chosen, String address) {}

    /** The property that is narrowed down, in the query as it is. */
    record Asked(String label, QueryField field, Conditions conditions, Listing listing) {

        /**
         * @param field name of one of the fields
         */
        static Asked of(String label, String field, List<QueryField> fields, Listing listing) {
            var found = fields.stream().filter(one -> one.name().equals(field)).findFirst();
            var conditions = Conditions.of(listing.query());
            return new Asked(label, found.orElseThrow(), conditions, listing);
        }

        /** What matches everything but the field's own conditions is counted. */
        String rest() {
            return conditions.without(field).text();
        }

        Facet of(FindingGroups groups) {
            var choices =
                    groups.groups().stream()
                            .map(one -> choice(one.label(), one.findings(), one.query()))
                            .toList();
            var more = groups.total() - choices.size();
            return new Facet(groups.by().name(), label, choices, groups.exact(), more);
        }

        Facet of(AssetGroups groups) {
            var choices =
                    groups.groups().stream()
                            .map(one -> choice(one.label(), one.assets(), one.query()))
                            .toList();
            var more = groups.total() - choices.size();
            return new Facet(groups.by().name(), label, choices, true, more);
        }

        /**
         * @param query of a group; its last condition is the group's own
         */
        private Choice choice(String name, long count, String query) {
            var term = (Query.Term) Conditions.of(query).parts().getLast();
            var chosen = conditions.chose(field, term);
            var after =
                    chosen ? conditions.dropping(field, term) : conditions.choosing(field, term);
            return new Choice(name, count, false, chosen, listing.of(after.text()));
        }
    }
}
