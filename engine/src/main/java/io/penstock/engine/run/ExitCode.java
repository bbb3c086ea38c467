package io.penstock.engine.run;

import io.penstock.core.fault.FaultKind;
import io.penstock.engine.read.RunControl;
import io.penstock.engine.retry.CallFailed;

/** What the process tells whoever started it. */
public enum ExitCode {
    /** Everything was read and delivered, or there was nothing to do. */
    COMPLETE(0),
    /** The run failed or is incomplete; what was delivered stays. */
    FAILED(1),
    /** A setting is missing or wrong. */
    CONFIGURATION(2),
    /** The platform refused the login, a UUID or the run. */
    PLATFORM_REFUSED(3),
    /** The platform does not answer. */
    PLATFORM_UNREACHABLE(4),
    /** The vendor refused the client, its secret or a scope, or a step of a test failed. */
    VENDOR_REFUSED(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    static ExitCode of(CallFailed failure) {
        var kind = failure.fault().kind();
        if (failure.fault().code().equals(RunControl.TAKEN_OVER)) {
            return FAILED;
        }
        if (kind == FaultKind.CONFIGURATION) {
            return CONFIGURATION;
        }
        return switch (failure.side()) {
            case PLATFORM -> ofPlatform(kind);
            case VENDOR -> ofVendor(kind);
        };
    }

    private static ExitCode ofPlatform(FaultKind kind) {
        return switch (kind) {
            case AUTHENTICATION, PERMISSION, NOT_FOUND, CONFLICT -> PLATFORM_REFUSED;
            case UNAVAILABLE, RATE_LIMITED, MALFORMED -> PLATFORM_UNREACHABLE;
            case CONFIGURATION, INTERNAL -> FAILED;
        };
    }

    private static ExitCode ofVendor(FaultKind kind) {
        return kind == FaultKind.AUTHENTICATION || kind == FaultKind.PERMISSION
                ? VENDOR_REFUSED
                : FAILED;
    }
}
