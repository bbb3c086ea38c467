package io.penstock.core.identity;

import java.util.ArrayList;
import java.util.List;

/** The records that rules have put together so far; grows while records are judged. */
final class RuleGroup {

    private final List<Entry> members = new ArrayList<>();

    RuleGroup(Entry first) {
        members.add(first);
    }

    void add(Entry entry) {
        members.add(entry);
    }

    /** In the order they came in. */
    List<Entry> members() {
        return members;
    }

    /** The member that would name the asset. */
    Entry first() {
        return members.stream().min(Entry.CANONICAL).orElseThrow();
    }
}
