package io.penstock.core.transform;

import java.util.List;

/** What became of one record. */
public sealed interface Transformed {

    /**
     * @param warnings one sentence each; the record is good all the same
     */
    record Mapped(TargetRecord target, List<String> warnings) implements Transformed {}

    /**
     * The record is kept aside with its reason and never stops the others (promise 3).
     *
     * @param field the target attribute that could not be filled, or the source field at fault
     * @param reason one sentence
     */
    record Rejected(String field, String reason) implements Transformed {}
}
