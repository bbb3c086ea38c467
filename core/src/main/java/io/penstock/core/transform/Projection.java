package io.penstock.core.transform;

import io.penstock.core.value.FieldPath;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which parts of a record are read: a tree of member names whose leaves are numbered slots. Whoever
 * walks a record skips every member that has no node here, so that unmapped data costs nothing.
 */
public final class Projection {

    /** A member that is on the way to, or is, a wanted value. */
    public static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private int slot = -1;
        private boolean each;

        public @Nullable Node child(String name) {
            return children.get(name);
        }

        public boolean leaf() {
            return slot >= 0;
        }

        public int slot() {
            return slot;
        }

        /** True when the member is an array whose elements are entered. */
        public boolean each() {
            return each;
        }

        public boolean inner() {
            return !children.isEmpty();
        }
    }

    private final Node root = new Node();
    private final Map<FieldPath, Integer> slots = new LinkedHashMap<>();

    public Projection(List<FieldPath> paths) {
        paths.forEach(this::add);
    }

    public Node root() {
        return root;
    }

    public int slots() {
        return slots.size();
    }

    /** The slot of a path this projection was made with. */
    public int slot(FieldPath path) {
        var slot = slots.get(path);
        if (slot == null) {
            throw new IllegalArgumentException("path '" + path + "' is not projected");
        }
        return slot;
    }

    private void add(FieldPath path) {
        if (slots.containsKey(path)) {
            return;
        }
        var node = root;
        for (var step : path.steps()) {
            node = node.children.computeIfAbsent(step.name(), _ -> new Node());
            node.each |= step.each();
        }
        node.slot = slots.size();
        slots.put(path, node.slot);
    }
}
