package io.penstock.engine.config;

import java.util.HashMap;
import java.util.Map;

/** The six settings without which no engine starts, to be changed as a test likes. */
public final class RequiredSettings {

    public static final String CUSTOMER = "11111111-1111-1111-1111-111111111111";
    public static final String CONNECTION = "22222222-2222-2222-2222-222222222222";
    public static final String PROFILE = "33333333-3333-3333-3333-333333333333";

    private RequiredSettings() {}

    /** An environment of its own for each caller. */
    public static Map<String, String> environment() {
        var values = new HashMap<String, String>();
        values.put("connector.api.url", "https://platform.example.com");
        values.put("qualys.customerUuid", CUSTOMER);
        values.put("qualys.connectionUuid", CONNECTION);
        values.put("qualys.profileUuid", PROFILE);
        values.put("qualys.user.username", "engine");
        values.put("qualys.user.password", "p4ssword");
        return values;
    }
}
