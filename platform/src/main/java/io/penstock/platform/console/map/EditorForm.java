package io.penstock.platform.console.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.transform.MapDraft;
import io.penstock.platform.map.MapFile;
import io.penstock.platform.transform.MapJson;
import io.penstock.platform.transform.MapPrinter;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.util.UUID;

/**
 * All that the editor's form holds: it travels with the page, so a map is edited for hours without
 * anything being kept on the server.
 *
 * @param undo the map before the last change, packed; empty when there is none
 */
record EditorForm(Head head, MapDraft draft, String undo, RowForm row, Sample sample) {

    static final int RECORD_MAX = 16_000;

    /**
     * @param map null for a new one
     * @param basedOn the version the edit began from
     * @param back where to go on after saving; empty for the map's page
     * @param changed true when the rows differ from what is stored
     */
    record Head(
            @Nullable UUID map,
            String connector,
            String name,
            int basedOn,
            String note,
            String back,
            boolean changed) {

        Head based(int version) {
            return new Head(map, connector, name, version, note, back, changed);
        }

        Head touched() {
            return new Head(map, connector, name, basedOn, note, back, true);
        }
    }

    /** The record that the map is tried on, and where it may be taken from. */
    record Sample(String connection, String stream, String record) {}

    /** What a page sent. */
    static EditorForm read(@Nullable UUID map, MultiValueMap<String, String> fields) {
        var loaded = text(fields, "action").equals("load");
        var draft = draft(file(fields));
        var name = text(fields, "name");
        var head =
                new Head(
                        map,
                        text(fields, "connector"),
                        loaded && name.isBlank() ? draft.name() : name,
                        whole(text(fields, "basedOn")),
                        text(fields, "note"),
                        BackPath.checked(text(fields, "back")),
                        loaded || text(fields, "changed").equals("true"));
        var sample =
                new Sample(
                        text(fields, "sampleConnection"),
                        text(fields, "sampleStream"),
                        text(fields, "record").replace("\r\n", "\n"));
        return new EditorForm(head, draft, text(fields, "undo"), RowForm.read(fields), sample);
    }

    /** The map's file: as the editor carries it, or as somebody pasted it. */
    static String file(MultiValueMap<String, String> fields) {
        var packed = text(fields, "map");
        return packed.isEmpty() ? text(fields, "text") : PackedText.unpack(packed);
    }

    /**
     * @throws FaultException CONFIGURATION when the file has no rows at all that can be read
     */
    static MapDraft draft(String file) {
        var parsed = MapJson.parse(file);
        return parsed.draft()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.CONFIGURATION,
                                "MAP_UNREADABLE",
                                parsed.faults().getFirst().sentence(),
                                "Paste the whole file as it was exported."));
    }

    static String text(MultiValueMap<String, String> fields, String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    MapFile toFile() {
        return MapFile.read(MapPrinter.print(draft));
    }

    String packed() {
        return PackedText.pack(MapPrinter.print(draft));
    }

    EditorForm with(RowForm other) {
        return new EditorForm(head, draft, undo, other, sample);
    }

    EditorForm with(Sample other) {
        return new EditorForm(head, draft, undo, row, other);
    }

    EditorForm with(Head other) {
        return new EditorForm(other, draft, undo, row, sample);
    }

    /** The same for the models it is to stand between. */
    EditorForm between(String sourceModel, String targetModel) {
        var other =
                new MapDraft(draft.name(), draft.version(), sourceModel, targetModel, draft.rows());
        return new EditorForm(head, other, undo, row, sample);
    }

    /** The same with other rows; what was there can be had back. */
    EditorForm with(EditedRows rows) {
        return new EditorForm(head.touched(), rows.in(draft), packed(), row, sample);
    }
}
