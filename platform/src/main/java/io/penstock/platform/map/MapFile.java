package io.penstock.platform.map;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A map's JSON object on its way in: bounded, with the name and version it is stored under. */
public final class MapFile {

    static final int NAME_MAX = 200;
    static final int BODY_MAX = 2_000_000;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(50)
                                                    .maxStringLength(200_000)
                                                    .maxDocumentLength(BODY_MAX)
                                                    .build())
                                    .build())
                    .build();

    private final ObjectNode tree;

    private MapFile(ObjectNode tree) {
        this.tree = tree;
    }

    /**
     * @throws FaultException CONFIGURATION when the text is too long or no JSON object
     */
    public static MapFile read(String text) {
        if (text.length() > BODY_MAX) {
            throw refused(
                    "MAP_SIZE",
                    "The map has " + text.length() + " characters, at most " + BODY_MAX + ".");
        }
        try {
            return of(JSON.readTree(text));
        } catch (JacksonException e) {
            throw refused("MAP_UNREADABLE", "The map is not JSON: " + e.getOriginalMessage() + ".");
        }
    }

    public static MapFile of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new MapFile(object.deepCopy());
        }
        throw refused("MAP_UNREADABLE", "The map is not a JSON object.");
    }

    /**
     * @throws FaultException CONFIGURATION when it is blank, too long or holds control characters
     */
    static String checkedName(String typed) {
        var name = typed.strip();
        if (name.isEmpty() || name.length() > NAME_MAX) {
            throw refused(
                    "MAP_NAME",
                    "A map's name has 1 to "
                            + NAME_MAX
                            + " characters, this one has "
                            + name.length()
                            + ".");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw refused("MAP_NAME", "The map's name holds a control character.");
        }
        return name;
    }

    public String name() {
        return tree.path("name").asString("");
    }

    JsonNode tree() {
        return tree;
    }

    /** The text that is checked: name and version are given when it is stored. */
    String checkable() {
        return body("map", 1);
    }

    /** The text that is stored: the name and version are those of the row. */
    String body(String name, int version) {
        var stored = tree.deepCopy();
        stored.put("name", name);
        stored.put("version", version);
        return JSON.writeValueAsString(stored);
    }

    private static FaultException refused(String code, String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, code, sentence, "");
    }
}
