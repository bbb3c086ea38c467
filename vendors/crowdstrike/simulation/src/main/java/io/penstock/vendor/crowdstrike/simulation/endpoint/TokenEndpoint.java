package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedRequest;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Envelope.Resources;
import io.penstock.vendor.crowdstrike.simulation.gate.Tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** {@code POST /oauth2/token}: answers 201, and a wrong id and a wrong secret differently. */
final class TokenEndpoint {

    static final String PATH = "/oauth2/token";

    private final String clientId;
    private final byte[] clientSecret;
    private final Tokens tokens;

    TokenEndpoint(String clientId, String clientSecret, Tokens tokens) {
        this.clientId = clientId;
        this.clientSecret = clientSecret.getBytes(StandardCharsets.UTF_8);
        this.tokens = tokens;
    }

    Reply answer(SimulatedRequest request, String trace) {
        Envelope envelope = new Envelope(Envelope.TOKENS, trace);
        if (!request.method().equals("POST")) {
            return envelope.error(405, "method not allowed", Resources.ABSENT);
        }
        String id = request.formField("client_id").orElse("");
        if (!id.equals(clientId)) {
            String message = "Failed to generate access token for clientID=" + id + ".";
            return envelope.error(400, message, Resources.ABSENT);
        }
        byte[] given =
                request.formField("client_secret").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(clientSecret, given)) {
            String message = "Failed to issue access token - Not Authorized";
            return envelope.error(403, message, Resources.ABSENT);
        }
        String body =
                "{\"access_token\":\""
                        + tokens.issue()
                        + "\",\"expires_in\":"
                        + tokens.expiresIn()
                        + ",\"token_type\":\"bearer\"}";
        return Reply.plain(201, body.getBytes(StandardCharsets.US_ASCII));
    }
}
