package io.penstock.vendor.crowdstrike.simulation.endpoint;

/** A request that is answered with an error; caught where the endpoint makes its envelope. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
