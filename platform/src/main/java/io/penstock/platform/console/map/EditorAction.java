package io.penstock.platform.console.map;

/**
 * A button of the editor, as its value says it: {@code add}, {@code up:3}, {@code move:3:7}.
 *
 * @param first empty when the button has no argument
 */
record EditorAction(String name, String first, String second) {

    static EditorAction of(String value) {
        var parts = value.split(":", 3);
        return new EditorAction(
                parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    int place() {
        return EditorForm.whole(first);
    }

    int otherPlace() {
        return EditorForm.whole(second);
    }
}
