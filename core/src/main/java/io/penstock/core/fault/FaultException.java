package io.penstock.core.fault;

import org.jspecify.annotations.Nullable;

/** The one exception Penstock throws for faults it knows. Its message is the fault's sentence. */
public final class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public FaultException(Fault fault) {
        super(fault.sentence());
        this.fault = fault;
    }

    /**
     * @param cause what was caught, or null when the fault was seen without one
     */
    public FaultException(Fault fault, @Nullable Throwable cause) {
        super(fault.sentence(), cause);
        this.fault = fault;
    }

    public FaultException(FaultKind kind, String code, String message, String hint) {
        this(Fault.of(kind, code, message, hint));
    }

    public Fault fault() {
        return fault;
    }
}
