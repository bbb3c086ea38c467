package io.penstock.engine.run;

import io.penstock.core.fault.Fault;

/** A call that failed for good: not worth repeating, or repeated as often as allowed. */
final class CallFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Side side;
    private final transient Fault fault;

    CallFailed(Side side, Fault fault, Throwable cause) {
        super(fault.sentence(), cause);
        this.side = side;
        this.fault = fault;
    }

    Side side() {
        return side;
    }

    Fault fault() {
        return fault;
    }
}
