package io.penstock.engine.retry;

import io.penstock.core.fault.Fault;

/** A call that failed for good: not worth repeating, or repeated as often as allowed. */
public final class CallFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Side side;
    private final transient Fault fault;

    public CallFailed(Side side, Fault fault, Throwable cause) {
        super(fault.sentence(), cause);
        this.side = side;
        this.fault = fault;
    }

    public Side side() {
        return side;
    }

    public Fault fault() {
        return fault;
    }
}
