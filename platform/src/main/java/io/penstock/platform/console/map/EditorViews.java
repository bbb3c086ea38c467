package io.penstock.platform.console.map;

import io.penstock.core.schema.DataType;
import io.penstock.core.schema.SourceModel;
import io.penstock.core.schema.SourceStream;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.Functions;
import io.penstock.core.transform.MapDraft;
import io.penstock.core.transform.MapFault;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.map.DataModels;
import io.penstock.platform.map.MapFilter;
import io.penstock.platform.map.TransformMaps;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Prepares what the editor shows of a step. */
@Component
class EditorViews {

    private final TransformMaps maps;
    private final DataModels models;
    private final Catalogue catalogue;
    private final Connections connections;

    EditorViews(
            TransformMaps maps, DataModels models, Catalogue catalogue, Connections connections) {
        this.maps = maps;
        this.models = models;
        this.catalogue = catalogue;
        this.connections = connections;
    }

    /** A source model that can be chosen, by its connector. */
    record ModelChoice(String connector, String label) {}

    /**
     * @param rows which rows of the stream fill it already, as text; empty for none
     */
    record TargetChoice(TargetAttribute target, String rows) {}

    /** A target that a stream's records cannot do without. */
    record Want(String stream, TargetAttribute target, boolean filled) {}

    void fill(int tenantId, EditorStep step, Model page) {
        var form = step.form();
        var head = form.head();
        var source = models.source(head.connector());
        var map = head.map();
        page.addAttribute("step", step);
        page.addAttribute("form", form);
        page.addAttribute("packed", form.packed());
        page.addAttribute("source", source);
        page.addAttribute("choices", choices());
        page.addAttribute("address", map == null ? "/maps/new" : "/maps/" + map + "/edit");
        page.addAttribute("leave", leave(head));
        page.addAttribute("reference", reference(tenantId, head.connector()));
        rows(form, source, page);
        row(form, source, page);
        page.addAttribute(
                "connections",
                connections.all(tenantId).stream()
                        .filter(one -> one.connectorKey().equals(head.connector()))
                        .toList());
    }

    private void rows(EditorForm form, SourceModel source, Model page) {
        var faults = maps.check(form.head().connector(), form.toFile());
        page.addAttribute("rows", RowView.of(form.draft(), faults));
        page.addAttribute("wants", wants(form.draft(), source));
        // The missing targets are shown as such.
        page.addAttribute(
                "headFaults",
                faults.stream()
                        .filter(fault -> fault.row() == 0 && !fault.code().equals("TARGET_MISSING"))
                        .filter(fault -> !form.draft().rows().isEmpty())
                        .toList());
        page.addAttribute("errors", faults.stream().filter(MapFault::error).count());
        page.addAttribute("warnings", faults.stream().filter(fault -> !fault.error()).count());
    }

    private static void row(EditorForm form, SourceModel source, Model page) {
        var stream =
                source.streams().stream()
                        .filter(one -> one.name().text().equals(form.row().stream()))
                        .findFirst()
                        .orElseGet(() -> source.streams().getFirst());
        page.addAttribute("stream", stream);
        page.addAttribute("targets", targets(form, stream));
        page.addAttribute("types", Arrays.stream(DataType.values()).toList());
        page.addAttribute("calls", CallView.of(form.row().functions()));
        page.addAttribute("functions", Functions.all());
        page.addAttribute("recordMax", EditorForm.RECORD_MAX);
        page.addAttribute("pathsMax", RowForm.PATHS_MAX);
    }

    private static List<TargetChoice> targets(EditorForm form, SourceStream stream) {
        return Arrays.stream(TargetAttribute.values())
                .filter(target -> target.part() == stream.part())
                .map(target -> new TargetChoice(target, rowsOf(form, stream, target)))
                .toList();
    }

    private static String rowsOf(EditorForm form, SourceStream stream, TargetAttribute target) {
        var numbers = new ArrayList<String>();
        var rows = form.draft().rows();
        for (var i = 0; i < rows.size(); i++) {
            if (fills(rows.get(i), stream, target) && i + 1 != form.row().place()) {
                numbers.add(String.valueOf(i + 1));
            }
        }
        return String.join(", ", numbers);
    }

    private static List<Want> wants(MapDraft draft, SourceModel source) {
        return source.streams().stream()
                .flatMap(stream ->
                        Arrays.stream(TargetAttribute.values())
                                .filter(target -> target.required())
                                .filter(target -> target.part() == stream.part())
                                .map(target -> want(draft, stream, target)))
                .toList();
    }

    private static Want want(MapDraft draft, SourceStream stream, TargetAttribute target) {
        var filled = draft.rows().stream().anyMatch(row -> fills(row, stream, target));
        return new Want(stream.name().text(), target, filled);
    }

    private static boolean fills(MapDraft.Row row, SourceStream stream, TargetAttribute target) {
        return row.stream().equals(stream.name().text())
                && TargetAttribute.find(row.target()).filter(target::equals).isPresent();
    }

    private List<ModelChoice> choices() {
        return catalogue.connectors().stream()
                .map(connector -> {
                    var model = models.source(connector.key());
                    var label = "%s (%s)".formatted(model.label(), model.name());
                    return new ModelChoice(connector.key(), label);
                })
                .toList();
    }

    private static String leave(EditorForm.Head head) {
        if (!head.back().isEmpty()) {
            return head.back();
        }
        return head.map() == null ? "/maps" : "/maps/" + head.map();
    }

    /** The connector's own map, which shows how its model is meant (S-039); empty for none. */
    private String reference(int tenantId, String connector) {
        return maps.list(tenantId, new MapFilter(connector, true, ""), "", 1).stream()
                .findFirst()
                .map(map -> map.map().toString())
                .orElse("");
    }
}
