package io.penstock.platform.transform;

import io.penstock.core.transform.RecordValues;
import io.penstock.platform.inventory.RejectedRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets through the records of a page that are wanted and readable, and remembers their keys when
 * the quarantine holds earlier versions of such records.
 */
final class RecordGate implements PageReader.RecordSink {

    /** Stands for the field of a line that could not be read. */
    static final String LINE = "line";

    private final StreamPlan plan;
    private final PageOrigin origin;
    private final boolean remembers;
    private final PageReader.RecordSink inner;
    private final List<RejectedRecord> unreadable = new ArrayList<>();
    private final Map<Integer, String> keys = new TreeMap<>();

    RecordGate(StreamPlan plan, PageOrigin origin, boolean remembers, PageReader.RecordSink inner) {
        this.plan = plan;
        this.origin = origin;
        this.remembers = remembers;
        this.inner = inner;
    }

    @Override
    public void take(int index, RecordValues values) {
        if (!origin.wants(index)) {
            return;
        }
        if (remembers) {
            keys.put(index, plan.recordKey(values));
        }
        inner.take(index, values);
    }

    @Override
    public void refuse(int index, String reason) {
        if (!origin.wants(index)) {
            return;
        }
        var fault = origin.faults().get(index);
        if (fault != null) {
            unreadable.add(new RejectedRecord(index, "", LINE, fault));
            return;
        }
        if (remembers) {
            keys.put(index, "");
        }
        inner.refuse(index, reason);
    }

    /** Records of an uploaded file that no map could help. */
    List<RejectedRecord> unreadable() {
        return unreadable;
    }

    /** Index → the vendor's key, or empty; nothing when no earlier version is in quarantine. */
    Map<Integer, String> keys() {
        return keys;
    }
}
