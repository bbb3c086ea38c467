package io.penstock.platform.transform;

import io.penstock.core.transform.Projection;
import io.penstock.platform.transform.SoundJson.Odd;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * A member on the way to projected values, with the members seen inside it, and which of them came
 * after which: records of one page name theirs in the same order, so the next name is nearly always
 * the one expected, and one comparison finds what to do with it. One thread.
 */
final class ReadMember {

    /** Most names remembered inside one member; a vendor's object has some dozens. */
    private static final int NAMES_MAX = 256;

    /** A name that was met, wanted or not, with its quotes and as it was sent. */
    static final class Seen {
        private final byte[] sent;
        private final @Nullable ReadMember member;
        private @Nullable Seen next;

        private Seen(byte[] sent, @Nullable ReadMember member) {
            this.sent = sent;
            this.member = member;
        }

        /** What to read of it; null when nothing is. */
        @Nullable ReadMember member() {
            return member;
        }
    }

    private final Projection.Node node;
    private final Seen beginning = new Seen(new byte[0], null);
    private final Map<String, Seen> seen = new HashMap<>();

    ReadMember(Projection.Node node) {
        this.node = node;
    }

    Projection.Node node() {
        return node;
    }

    /** What came before the first name of an object. */
    Seen beginning() {
        return beginning;
    }

    /** Takes the name that comes after another one. */
    Seen next(Seen before, SoundJson json) throws Odd {
        var expected = before.next;
        if (expected != null && json.took(expected.sent)) {
            return expected;
        }
        var from = json.place();
        var name = json.name();
        var found = seen.get(name);
        if (found == null) {
            var child = node.child(name);
            found = new Seen(json.since(from), child == null ? null : new ReadMember(child));
            if (seen.size() == NAMES_MAX) {
                return found;
            }
            seen.put(name, found);
        }
        before.next = found;
        return found;
    }
}
