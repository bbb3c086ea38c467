package io.penstock.query;

import java.util.List;

/**
 * Where a name is resolved.
 *
 * @param path of the groups around, joined by dots
 * @param frames entered by those groups, the outermost first
 */
record Scope(String path, List<Frame> frames) {

    static final Scope OUTERMOST = new Scope("", List.of());

    Scope {
        frames = List.copyOf(frames);
    }

    String name(String child) {
        return path.isEmpty() ? child : path + "." + child;
    }

    /** Inside a group whose whole path is given. */
    Scope entered(String group, FieldCatalogue catalogue) {
        var shared = catalogue.frames(group);
        return new Scope(group, shared.size() > frames.size() ? shared : frames);
    }

    /** True when a field may be asked for here. */
    boolean holds(SqlShape shape) {
        return shape.frames().size() >= frames.size()
                && shape.frames().subList(0, frames.size()).equals(frames);
    }
}
