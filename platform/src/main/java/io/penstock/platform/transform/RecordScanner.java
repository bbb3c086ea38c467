package io.penstock.platform.transform;

import io.penstock.core.transform.Projection;
import io.penstock.core.transform.RecordValues;
import io.penstock.platform.transform.SoundJson.Odd;

/**
 * Reads the projected values of a sound record, several times faster than a parser that must know
 * every record. Knows nothing of those that are odd in any way. One thread.
 */
final class RecordScanner {

    private final SoundJson json = new SoundJson();
    private final ReadMember root;

    RecordScanner(Projection projection) {
        this.root = new ReadMember(projection.root());
    }

    /**
     * Reads one record into the values, which are cleared first.
     *
     * @param to where the bytes end; the record may do so before
     * @return how many bytes the record has; -1 when it is odd, and the values are of no use then
     */
    int read(byte[] buffer, int from, int to, RecordValues values) {
        values.clear();
        json.over(buffer, from, to);
        try {
            object(root, 1, values);
            return json.place() - from;
        } catch (Odd e) {
            return -1;
        }
    }

    private void object(ReadMember object, int depth, RecordValues values) throws Odd {
        SoundJson.level(depth);
        json.take('{');
        if (json.took('}')) {
            return;
        }
        var seen = object.beginning();
        do {
            json.quote();
            seen = object.next(seen, json);
            json.take(':');
            var member = seen.member();
            if (member == null) {
                json.pass(depth);
            } else {
                value(member, depth, values);
            }
        } while (json.took(','));
        json.take('}');
    }

    private void value(ReadMember member, int depth, RecordValues values) throws Odd {
        var node = member.node();
        switch (json.peek()) {
            case '{' -> {
                if (node.inner()) {
                    object(member, depth + 1, values);
                } else {
                    json.pass(depth);
                }
            }
            case '[' -> {
                if (node.each()) {
                    elements(member, depth + 1, values);
                } else {
                    json.pass(depth);
                }
            }
            case 'n' -> json.pass(depth);
            case '"' -> {
                if (node.leaf()) {
                    values.add(node.slot(), json.text());
                } else {
                    json.pass(depth);
                }
            }
            default -> {
                if (node.leaf()) {
                    values.add(node.slot(), json.scalar());
                } else {
                    json.pass(depth);
                }
            }
        }
    }

    private void elements(ReadMember member, int depth, RecordValues values) throws Odd {
        SoundJson.level(depth);
        json.take('[');
        if (json.took(']')) {
            return;
        }
        do {
            value(member, depth, values);
        } while (json.took(','));
        json.take(']');
    }
}
