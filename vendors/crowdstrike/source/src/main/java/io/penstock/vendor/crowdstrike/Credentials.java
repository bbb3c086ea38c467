package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.Secret;
import io.penstock.source.Settings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a token is asked for with.
 *
 * @param memberCid the child customer a parent's token is limited to; empty for the client's own
 */
record Credentials(String clientId, Secret secret, String memberCid) {

    private static final int CID_LENGTH = 32;

    /**
     * @throws FaultException CONFIGURATION when one is missing or the member is no customer id
     */
    static Credentials of(Settings settings) {
        return new Credentials(
                settings.require(FalconDescriptor.CLIENT_ID),
                settings.secret(FalconDescriptor.CLIENT_SECRET),
                settings.find(FalconDescriptor.MEMBER_CID).map(Credentials::cid).orElse(""));
    }

    /** The console shows customer ids with a checksum, which the API does not take. */
    private static String cid(String typed) {
        var text = typed.toLowerCase(Locale.ROOT);
        if (!text.matches("[0-9a-f]{32}(-[0-9a-z]{2})?")) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "VENDOR_MEMBER_WRONG",
                    "The connection's setting 'member-cid' has "
                            + typed.length()
                            + " characters and is not a customer id (32 hex digits, with or without"
                            + " a checksum such as -A1).",
                    "Copy the child's CID from the Falcon console, or leave the setting empty.");
        }
        return text.substring(0, CID_LENGTH);
    }

    /** The fields of the token call. */
    Map<String, String> form() {
        var form = new HashMap<String, String>();
        form.put("client_id", clientId);
        form.put("client_secret", secret.reveal());
        if (!memberCid.isEmpty()) {
            form.put("member_cid", memberCid);
        }
        return form;
    }
}
