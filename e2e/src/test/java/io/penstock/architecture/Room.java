package io.penstock.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One module's place in the house (ARCHITECTURE.md, the arrows).
 *
 * @param folder the module
 * @param root the package all its types live in or below
 * @param imports roots of the other modules it may import
 * @param libraries package prefixes it may import besides java.base; empty for any
 * @param floor fewest classes a scan must find, so that no rule passes because it saw nothing
 */
record Room(String folder, String root, Set<String> imports, List<String> libraries, int floor) {

    private static final Pattern VENDOR = Pattern.compile("vendors/([a-z0-9]+)/([a-z]+)");
    private static final int VENDOR_FLOOR = 5;

    private static final String CORE = "io.penstock.core";
    private static final String QUERY = "io.penstock.query";
    private static final String WIRE = "io.penstock.wire";
    private static final String SOURCE = "io.penstock.source";
    private static final String SIMULATOR = "io.penstock.simulator";
    private static final String ENGINE = "io.penstock.engine";
    private static final String PLATFORM = "io.penstock.platform";
    private static final String TESTKIT = "io.penstock.testkit";

    /** Modules that must exist; the vendors come on top, by folder. */
    static final List<Room> FIXED =
            List.of(
                    room("core", CORE, Set.of(), pure(), 30),
                    room("query", QUERY, Set.of(CORE), pure(), 30),
                    room("wire", WIRE, Set.of(CORE), json(), 15),
                    room("source-api", SOURCE, Set.of(CORE), pure(), 12),
                    room("simulator", SIMULATOR, Set.of(CORE), any(), 8),
                    room("engine", ENGINE, Set.of(WIRE, SOURCE, CORE), any(), 30),
                    room("platform", PLATFORM, Set.of(WIRE, QUERY, SOURCE, CORE), any(), 100),
                    room("testkit", TESTKIT, Set.of(CORE, WIRE, SOURCE, SIMULATOR), any(), 1));

    /** Modules that nothing points at. */
    private static final List<Room> OUTER =
            List.of(
                    room("launcher", "io.penstock.launcher", Set.of(CORE, WIRE), any(), 30),
                    room("images", "io.penstock.images", Set.of(), any(), 10),
                    room("benchmarks", "io.penstock.benchmarks", Set.of("io.penstock"), any(), 1),
                    room("browser", "io.penstock.browser", Set.of("io.penstock"), any(), 0),
                    room("fuzz", "io.penstock.fuzz", Set.of("io.penstock"), any(), 0),
                    room("e2e", "io.penstock.e2e", Set.of("io.penstock"), any(), 0));

    /** The room of a module of the build. */
    static Room of(Path module) {
        var name = Checkout.name(module);
        for (var rooms : List.of(FIXED, OUTER)) {
            for (var room : rooms) {
                if (room.folder.equals(name)) {
                    return room;
                }
            }
        }
        var vendor = VENDOR.matcher(name);
        if (!vendor.matches()) {
            throw new IllegalStateException(
                    "Module "
                            + name
                            + " has no place in the house yet: give it a Room and an ADR.");
        }
        return vendorRoom(name, "io.penstock.vendor." + vendor.group(1), vendor.group(2));
    }

    private static Room vendorRoom(String folder, String root, String part) {
        return switch (part) {
            case "source" ->
                    room(
                            folder,
                            root,
                            Set.of(SOURCE, CORE),
                            List.of("org.jspecify", "tools.jackson.core"),
                            VENDOR_FLOOR);
            case "simulation" ->
                    room(
                            folder,
                            root + ".simulation",
                            Set.of(SIMULATOR, CORE),
                            any(),
                            VENDOR_FLOOR);
            default ->
                    throw new IllegalStateException(
                            folder + ": a vendor has a source and a simulation, nothing else.");
        };
    }

    private static Room room(
            String folder, String root, Set<String> imports, List<String> libraries, int floor) {
        return new Room(folder, root, imports, libraries, floor);
    }

    private static List<String> pure() {
        return List.of("org.jspecify");
    }

    private static List<String> json() {
        return List.of("org.jspecify", "tools.jackson", "com.fasterxml.jackson.annotation");
    }

    private static List<String> any() {
        return List.of();
    }
}
