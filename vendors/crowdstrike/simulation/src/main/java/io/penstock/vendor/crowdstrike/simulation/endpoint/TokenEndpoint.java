package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.SimulatedRequest;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Envelope.Resources;
import io.penstock.vendor.crowdstrike.simulation.gate.Tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;

/** {@code POST /oauth2/token}: answers 201, and a wrong id and a wrong secret differently. */
final class TokenEndpoint {

    static final String PATH = "/oauth2/token";

    private final String clientId;
    private final byte[] clientSecret;
    private final Tokens tokens;
    private final List<String> customers;

    /**
     * Makes the call.
     *
     * @param customers ids a token can be bound to
     */
    TokenEndpoint(String clientId, String clientSecret, Tokens tokens, List<String> customers) {
        this.clientId = clientId;
        this.clientSecret = clientSecret.getBytes(StandardCharsets.UTF_8);
        this.tokens = tokens;
        this.customers = List.copyOf(customers);
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
        String member = member(request);
        if (!member.isEmpty() && !customers.contains(member)) {
            // The vendor's text for a customer that is not a child is not known.
            String message = "Failed to issue access token - Not Authorized for member_cid";
            return envelope.error(403, message, Resources.ABSENT);
        }
        return issued(member);
    }

    /** Customer ids are shown in capitals with a checksum behind a hyphen; neither counts. */
    private static String member(SimulatedRequest request) {
        String given = request.formField("member_cid").orElse("").strip();
        int hyphen = given.indexOf('-');
        return (hyphen < 0 ? given : given.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    }

    private Reply issued(String member) {
        String body =
                "{\"access_token\":\""
                        + tokens.issue(member)
                        + "\",\"expires_in\":"
                        + tokens.expiresIn()
                        + ",\"token_type\":\"bearer\"}";
        return Reply.plain(201, body.getBytes(StandardCharsets.US_ASCII));
    }
}
