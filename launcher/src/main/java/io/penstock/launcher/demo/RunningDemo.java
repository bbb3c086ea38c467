package io.penstock.launcher.demo;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.client.Credentials;
import io.penstock.launcher.stack.EngineSettings;
import io.penstock.launcher.stack.SettingsFile;

import java.net.URI;
import java.nio.file.Path;

/**
 * The demo that keeps its data in a directory: where its platform listened at the last start, and
 * the demo's own user there.
 */
public record RunningDemo(URI address, Credentials operator) {

    /**
     * @throws FaultException CONFIGURATION when there is no demo
     */
    public static RunningDemo in(Path data) {
        var memory = new SettingsFile(data.resolve(Demo.MEMORY_FILE));
        var engine = new SettingsFile(data.resolve(Demo.ENGINE_FILE));
        if (!memory.exists() || !engine.exists()) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "DEMO_UNKNOWN",
                    "There is no demo in " + data + ".",
                    "Start one with bin/penstock demo, or name its directory with --data.");
        }
        return new RunningDemo(
                new EngineSettings(engine.read()).platform(),
                DemoMemory.of(memory.read()).enrolment().operator());
    }
}
