package io.penstock.platform.console.map;

import io.penstock.core.transform.MapFault;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What came of one press of a button in the editor.
 *
 * @param said one sentence for those who do not see the change; empty when there is none
 * @param focus which control has the focus next, such as {@code row} or {@code up:3}
 * @param rowFaults what is wrong with the row as it is typed
 * @param problem why something was not done; empty when it was
 */
record EditorStep(
        EditorForm form,
        String said,
        String focus,
        List<MapFault> rowFaults,
        @Nullable TrialView trial,
        String problem) {

    EditorStep {
        rowFaults = List.copyOf(rowFaults);
    }

    static EditorStep quiet(EditorForm form) {
        return of(form, "", "");
    }

    static EditorStep of(EditorForm form, String said, String focus) {
        return new EditorStep(form, said, focus, List.of(), null, "");
    }

    static EditorStep refused(EditorForm form, String problem, String focus) {
        return new EditorStep(form, "", focus, List.of(), null, problem);
    }

    EditorStep with(List<MapFault> faults) {
        return new EditorStep(form, said, focus, faults, trial, problem);
    }

    EditorStep with(TrialView tried) {
        return new EditorStep(form, said, focus, rowFaults, tried, problem);
    }
}
