package io.penstock.launcher.stack;

import io.penstock.launcher.process.ChildProcess;

import java.net.URI;

/** A running simulator and where it listens. */
public record Simulator(ChildProcess process, URI address) {}
