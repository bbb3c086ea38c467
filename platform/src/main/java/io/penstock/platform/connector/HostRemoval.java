package io.penstock.platform.connector;

/** Takes the host records of a connection away, in the transaction that deletes it. */
public interface HostRemoval {

    /** Keeps loads of the tenant away until the transaction ends; called before anything else. */
    void begin(int tenantId);

    /**
     * Called when the connection's findings are gone and its own row still stands. Assets that no
     * other connection knows go with the records; the others become what is left of them.
     */
    void remove(int tenantId, int connectionId);
}
