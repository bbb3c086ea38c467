package io.penstock.browser;

import io.penstock.testkit.SourceTree;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link World} of this JVM. Where there is no Chromium and none can be
 * installed, they are skipped, and it is said aloud.
 */
final class InBrowser implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(InBrowser.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public World resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getRoot().getStore(HERE);
        var found =
                store.computeIfAbsent(Chromium.Found.class, _ -> chromium(), Chromium.Found.class);
        Assumptions.assumeTrue(found.program().isPresent(), found.why());
        return store.computeIfAbsent(
                World.class, _ -> World.start(found.program().orElseThrow()), World.class);
    }

    private static Chromium.Found chromium() {
        var found = Chromium.find(SourceTree.root().resolve("bin/setup-browser"));
        if (found.program().isEmpty()) {
            System.err.println("SKIPPED: no browser was started, because " + found.why() + ".");
        }
        return found;
    }
}
