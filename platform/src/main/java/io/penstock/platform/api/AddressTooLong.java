package io.penstock.platform.api;

import io.penstock.wire.Problem;
import io.penstock.wire.WireJson;

import jakarta.servlet.ServletException;

import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * Answers a request that the web server gave up on before any of our code saw it: most often one
 * with a query in its address that is longer than the server reads.
 */
final class AddressTooLong implements Valve {

    private final int bytesMax;
    private @Nullable Valve next;

    /**
     * @param bytesMax of address and headers together
     */
    AddressTooLong(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getContext() == null && response.isError()) {
            answer(response);
        } else if (next != null) {
            next.invoke(request, response);
        }
    }

    /** What is too long cannot be told from what is malformed, so the sentence names both. */
    private void answer(Response response) throws IOException {
        var problem =
                new Problem(
                        response.getStatus(),
                        "The request cannot be read",
                        "Address and headers of the request are longer than "
                                + bytesMax
                                + " bytes, or not well-formed.",
                        "REQUEST_UNREADABLE",
                        "Send a long query in the body of POST /api/v1/findings/search or POST"
                                + " /api/v1/assets/search.");
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(WireJson.write(problem));
    }

    @Override
    public @Nullable Valve getNext() {
        return next;
    }

    @Override
    public void setNext(Valve valve) {
        next = valve;
    }

    @Override
    public void backgroundProcess() {}

    @Override
    public boolean isAsyncSupported() {
        return true;
    }
}
