package io.penstock.query;

import java.util.List;

/** A query whose fields exist and whose values fit them; made by {@link Checker} alone. */
public final class CheckedQuery {

    private final Node root;

    CheckedQuery(Node root) {
        this.root = root;
    }

    /** Matches what both match; both are over the same table. */
    public CheckedQuery and(CheckedQuery other) {
        return new CheckedQuery(new And(List.of(root, other.root)));
    }

    /**
     * The same condition seen from the table around.
     *
     * @param frame a sub-select over the table that this query is over
     */
    public CheckedQuery in(Frame frame) {
        return new CheckedQuery(new Within(List.of(frame), root));
    }

    Node root() {
        return root;
    }

    /** The checked tree. */
    sealed interface Node {}

    record All() implements Node {}

    record And(List<Node> parts) implements Node {}

    record Or(List<Node> parts) implements Node {}

    record Not(Node part) implements Node {}

    /** Parts that must hold for one and the same row inside the frames, the outermost first. */
    record Within(List<Frame> frames, Node part) implements Node {}

    record Test(FieldType type, SqlShape shape, Condition condition) implements Node {}
}
