package io.penstock.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The specification's sample env file, line for line, with the blanks it prints after a sign or at
 * a line's end, and behind it what this site has besides: a proxy with a login, an authority of its
 * own.
 *
 * @param keys the values of the connection
 */
record SampleEnv(Map<String, String> keys, WayOut wayOut) {

    /** What the specification calls additional properties, as printed. */
    static final String ADDITIONAL =
            """
            web-client.config.connection-timeout=700000
            web-client.config.read-timeout=700000
            web-client.config.write-timeout=700000
            web-client.config.response-timeout=700000
            service.child-thread-pool=50
            HEAPSIZEMAX=13000M
            HEAPSIZEMIN=1000M
            service.exitWhenDone=false
            LOGLEVEL=debug
            """;

    private static final String BLANK = " ";

    /**
     * @param cron empty for one run on demand
     * @param more further lines, which win over the same keys before them
     */
    Path write(Path file, String cron, String more) throws IOException {
        return Files.writeString(file, sample(cron) + site() + more);
    }

    private String sample(String cron) {
        return String.join(
                "\n",
                "connector.api.url=" + wayOut.gateway() + BLANK,
                "qualys.customerUuid=" + keys.get("qualys.customerUuid"),
                "qualys.connectionUuid=" + keys.get("qualys.connectionUuid"),
                "qualys.profileUuid=" + keys.get("qualys.profileUuid"),
                "qualys.user.username= " + keys.get("qualys.user.username"),
                "qualys.user.password= " + keys.get("qualys.user.password"),
                "service.child-thread-pool=8",
                "service.cron-expression=" + cron + BLANK,
                "service.http.proxy.enabled=true ",
                "service.http.proxy.host= 127.0.0.1",
                "service.http.proxy.scheme=http ",
                "service.http.proxy.port=" + wayOut.proxyPort(),
                "");
    }

    private static String site() {
        return """
        service.http.proxy.username=%s
        service.http.proxy.password=%s
        service.tls.ca-bundle=/etc/site/ca.pem
        """
                .formatted(WayOut.USER, WayOut.PASSWORD);
    }
}
