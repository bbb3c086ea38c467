package io.penstock.engine.read;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Keeps thousands of scripted faults out of the build's output. */
public final class Quiet implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        ((Logger) LoggerFactory.getLogger("io.penstock")).setLevel(Level.OFF);
    }
}
