package io.penstock.query;

/** A query that cannot be run. The one exception this module throws for what a user typed. */
public final class QueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient QueryFault fault;

    public QueryException(QueryFault fault) {
        super(fault.sentence());
        this.fault = fault;
    }

    QueryException(int position, String message, String hint) {
        this(new QueryFault(position, message, hint));
    }

    public QueryFault fault() {
        return fault;
    }
}
