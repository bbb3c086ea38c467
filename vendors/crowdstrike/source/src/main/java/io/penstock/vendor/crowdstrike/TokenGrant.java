package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.HttpAnswer;
import io.penstock.source.Secret;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The answer to a token call.
 *
 * @param lifeSeconds as the vendor says, 1799 in every recording
 */
record TokenGrant(Secret value, long lifeSeconds) {

    private static final int TOKEN_LENGTH_MAX = 16_000;
    private static final long LIFE_DEFAULT = 1_799;
    private static final long LIFE_MAX = 86_400;

    /**
     * @throws FaultException MALFORMED when there is no usable token in it
     */
    static TokenGrant read(HttpAnswer answer) {
        return FalconJson.scan(answer, TokenKeeper.PATH, TokenGrant::read);
    }

    private static TokenGrant read(JsonParser parser) {
        var token = "";
        var life = LIFE_DEFAULT;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (name.equals("access_token") && value == JsonToken.VALUE_STRING) {
                token = parser.getString();
            } else if (name.equals("expires_in") && value == JsonToken.VALUE_NUMBER_INT) {
                life = Math.clamp(parser.getLongValue(), 1, LIFE_MAX);
            } else {
                parser.skipChildren();
            }
        }
        if (token.isEmpty() || token.length() > TOKEN_LENGTH_MAX || !printable(token)) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "VENDOR_TOKEN_MISSING",
                    "CrowdStrike accepted the API client but its answer holds no usable token ("
                            + token.length()
                            + " characters, 1 to "
                            + TOKEN_LENGTH_MAX
                            + " expected).",
                    "");
        }
        return new TokenGrant(new Secret(token), life);
    }

    private static boolean printable(String token) {
        return token.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }
}
