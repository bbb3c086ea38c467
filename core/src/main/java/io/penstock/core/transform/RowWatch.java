package io.penstock.core.transform;

import java.util.ArrayList;
import java.util.List;

/** Sees what a row does with a record. Pages need the warnings alone, a person all of it. */
interface RowWatch extends MapFunction.Warnings {

    /** The values the row found. */
    default void found(List<String> values) {}

    /** What a function, the value map or the default made of them. */
    default void step(String name, List<String> values) {}

    /** Keeps a bounded number of warnings and counts them all. */
    final class Counting implements RowWatch {

        /** Most warnings kept of one record. */
        static final int KEPT_MAX = 50;

        /** Made with the first warning, because hardly any record has one. */
        private List<String> kept = List.of();

        @Override
        public void warn(String sentence) {
            if (kept.isEmpty()) {
                kept = new ArrayList<>();
            }
            if (kept.size() < KEPT_MAX) {
                kept.add(sentence);
            }
        }

        List<String> kept() {
            return kept;
        }
    }

    /** Notes everything. */
    final class Noting implements RowWatch {
        private List<String> found = List.of();
        private final List<Tried.Step> steps = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        @Override
        public void found(List<String> values) {
            found = List.copyOf(values);
        }

        @Override
        public void step(String name, List<String> values) {
            steps.add(new Tried.Step(name, values));
        }

        @Override
        public void warn(String sentence) {
            if (warnings.size() < Counting.KEPT_MAX) {
                warnings.add(sentence);
            }
        }

        List<String> found() {
            return found;
        }

        List<Tried.Step> steps() {
            return steps;
        }

        List<String> warnings() {
            return warnings;
        }
    }
}
