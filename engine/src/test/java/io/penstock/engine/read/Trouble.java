package io.penstock.engine.read;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

/** What a test makes go wrong, told by the name of the call; throws what is to happen. */
@FunctionalInterface
public interface Trouble {

    Trouble NONE = _ -> {};

    void at(String call);

    static FaultException fault(FaultKind kind, String code) {
        return new FaultException(Fault.of(kind, code, "The fault " + code + " was scripted."));
    }
}
